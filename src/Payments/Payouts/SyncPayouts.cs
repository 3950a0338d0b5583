using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Partners;
using Stripe;
using Payout = Solidarity.Domain.Partners.Payout;

namespace Solidarity.Payments.Payouts;

/// <summary>Brings the payouts of a partner up to what Stripe says, each with what it was made of.</summary>
public sealed class SyncPayouts(SolidarityDb db, IStripeClient stripe, TimeProvider clock)
{
    /// <summary>Ids in one question to the database; SQL Server takes two thousand.</summary>
    private const int AtOnce = 500;

    private static readonly PayoutItemKind[] LeadToGifts = [PayoutItemKind.Transfer, PayoutItemKind.Reversal];

    /// <param name="accountId">The partner's account (acct_…). One that we do not know is not ours, and left alone.</param>
    /// <param name="payoutId">Stripe's id (po_…).</param>
    /// <param name="cancel">Stops asking.</param>
    public async Task RunAsync(string accountId, string payoutId, CancellationToken cancel)
    {
        if (await PartnerAsync(accountId, cancel) is { } partnerId)
            await SyncAsync(partnerId, accountId, await new PayoutService(stripe).GetAsync(payoutId, null, On(accountId), cancel), cancel);
    }

    /// <summary>All that were made since then: what a lost webhook left out.</summary>
    public async Task RunAsync(string accountId, DateTimeOffset since, CancellationToken cancel)
    {
        if (await PartnerAsync(accountId, cancel) is not { } partnerId)
            return;
        var options = new PayoutListOptions { Limit = 100, Created = new DateRangeOptions { GreaterThanOrEqual = since.UtcDateTime } };
        await foreach (var payout in new PayoutService(stripe).ListAutoPagingAsync(options, On(accountId), cancel))
            await SyncAsync(partnerId, accountId, payout, cancel);
    }

    private static RequestOptions On(string accountId) => new() { StripeAccount = accountId };

    /// <summary>Null too for one whose account has left the platform: Stripe tells us nothing of it any more.</summary>
    private Task<Guid?> PartnerAsync(string accountId, CancellationToken cancel) =>
        db.Partners.Where(p => p.StripeAccountId == accountId && p.DisabledReason != Partner.AccountGone).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancel);

    private async Task SyncAsync(Guid partnerId, string accountId, Stripe.Payout said, CancellationToken cancel)
    {
        // Of a payout that was ordered by hand Stripe cannot say what is in it.
        var movements = said.Automatic && !await IsFollowedAsync(said.Id, cancel) ? await new ReadPayoutMovements(stripe, accountId).RunAsync(said.Id, cancel) : [];
        await db.InTransactionAsync(() => SaveAsync(partnerId, said, movements, cancel), cancel);
    }

    /// <summary>Everything in it is known and leads to its gift; nothing of that can change any more.</summary>
    private Task<bool> IsFollowedAsync(string payoutId, CancellationToken cancel) =>
        db.Payouts.AnyAsync(p => p.StripePayoutId == payoutId && p.ItemsComplete && !p.Items.Any(i => LeadToGifts.Contains(i.Kind) && i.TransferId == null), cancel);

    private async Task SaveAsync(Guid partnerId, Stripe.Payout said, List<PayoutMovement> movements, CancellationToken cancel)
    {
        var payout = await db.Payouts.Include(p => p.Items).SingleOrDefaultAsync(p => p.StripePayoutId == said.Id, cancel);
        if (payout is null)
        {
            payout = New(partnerId, said);
            db.Payouts.Add(payout);
        }

        payout.MoveTo(PayoutWords.Status(said.Status), clock.GetUtcNow());
        payout.ArrivesOn = DateOnly.FromDateTime(said.ArrivalDate);
        payout.FailureReason = said.FailureCode ?? payout.FailureReason;
        foreach (var some in movements.Chunk(AtOnce))
            await JoinAsync(payout, some, cancel);
        payout.ItemsComplete |= said is { Automatic: true, ReconciliationStatus: PayoutWords.Itemised };
        await db.SaveChangesAsync(cancel);
    }

    private Payout New(Guid partnerId, Stripe.Payout said) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        PartnerId = partnerId,
        StripePayoutId = said.Id,
        AmountMinor = said.Amount,
        CurrencyCode = said.Currency.ToUpperInvariant(),
        ArrivesOn = DateOnly.FromDateTime(said.ArrivalDate),
        CreatedAt = StripeKeys.Moment(said.Created),
    };

    private async Task JoinAsync(Payout payout, PayoutMovement[] movements, CancellationToken cancel)
    {
        var (named, reversed) = (movements.Select(m => m.TransferId).ToArray(), movements.Select(m => m.ReversalId).ToArray());
        var transfers = await db.Transfers.Where(t => t.PartnerId == payout.PartnerId && t.StripeTransferId != null && named.Contains(t.StripeTransferId))
            .ToDictionaryAsync(t => t.StripeTransferId!, t => t.Id, cancel);
        var reversals = await db.TransferReversals.Where(r => r.Transfer.PartnerId == payout.PartnerId && r.StripeReversalId != null && reversed.Contains(r.StripeReversalId))
            .ToDictionaryAsync(r => r.StripeReversalId!, r => r.Id, cancel);
        var known = payout.Items.ToDictionary(i => i.BalanceTransactionId);
        foreach (var movement in movements)
        {
            if (!known.TryGetValue(movement.Id, out var item))
            {
                item = New(payout, movement);
                db.PayoutItems.Add(item);
            }

            // A transfer whose saving a crash cut off is known to us only later.
            item.TransferId ??= Find(transfers, movement.TransferId);
            item.TransferReversalId ??= Find(reversals, movement.ReversalId);
        }
    }

    private PayoutItem New(Payout payout, PayoutMovement movement) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        PayoutId = payout.Id,
        BalanceTransactionId = movement.Id,
        StripeSourceId = movement.SourceId,
        Kind = movement.Kind,
        AmountMinor = movement.AmountMinor,
        FeeMinor = movement.FeeMinor,
    };

    private static Guid? Find(Dictionary<string, Guid> ids, string? stripeId) => stripeId is not null && ids.TryGetValue(stripeId, out var id) ? id : null;
}
