using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Partners;
using Solidarity.Payments.Transfers;

namespace Solidarity.Payments.Refunds;

/// <summary>
/// Books money that leaves a donation again, by refund or by a lost dispute: lines, totals, ledger, and what must be taken back from the partner.
/// Runs in the caller's database transaction.
/// </summary>
public sealed class GiveBack(SolidarityDb db, PostToLedger ledger, TimeProvider clock)
{
    /// <param name="donation">With its lines.</param>
    /// <param name="amount">What leaves. A giver's bank may take back what was refunded already: what exceeds the donation is the platform's loss.</param>
    /// <param name="entry">An empty ledger entry; it gets all postings and is posted.</param>
    /// <param name="source">The account that the money leaves from: stripe:balance, or disputes:held.</param>
    /// <param name="stripeId">The balance transaction on stripe:balance, if that is the source.</param>
    /// <param name="because">The refund or dispute, which names a partner's reversal.</param>
    public async Task RunAsync(Donation donation, Money amount, LedgerEntry entry, string source, string? stripeId, string because, CancellationToken cancel)
    {
        var back = new Money(Math.Min(amount.Minor, donation.AmountMinor - donation.RefundedMinor), amount.Currency);
        entry.Post(source, -amount, stripeId).Post(Accounts.Losses, amount - back, because);
        if (back.IsPositive)
            await FromLinesAsync(donation, back, entry, because, cancel);
        await ledger.RunAsync(entry, cancel);
    }

    /// <summary>Stripe's dashboard names no line: what is given back is taken from all lines alike.</summary>
    internal static List<(DonationLine Line, Money Part)> PartsOf(Donation donation, Money amount)
    {
        var lines = donation.Lines.OrderBy(l => l.Kind).ToList();
        return [.. lines.Zip(amount.Split([.. lines.Select(l => l.AmountMinor - l.RefundedMinor)]))];
    }

    /// <summary>The recipient's share of what remains.</summary>
    /// <param name="refunded">Of the lines for the campaign, in minor units.</param>
    internal static Money KeptOf(Transfer transfer, Donation donation, long refunded) =>
        transfer.Amount.Split(donation.CampaignLines.Sum(l => l.AmountMinor) - refunded, refunded)[0];

    private async Task FromLinesAsync(Donation donation, Money amount, LedgerEntry entry, string because, CancellationToken cancel)
    {
        var parts = PartsOf(donation, amount);
        foreach (var (line, part) in parts)
        {
            line.RefundedMinor += part.Minor;
            if (line.CampaignId is null)
                entry.Post(Accounts.Tips, part, because);
            else if (line.Kind == LineKind.Gift)
                await UncountAsync(line, part, cancel);
        }

        donation.RefundedMinor += amount.Minor;
        foreach (var campaign in parts.Where(p => p.Line.CampaignId is not null).GroupBy(p => p.Line.CampaignId!.Value))
        {
            var part = new Money(campaign.Sum(p => p.Part.Minor), amount.Currency);
            entry.Post(Accounts.Campaign(campaign.Key), part, because);
            var takenBack = await TakeBackAsync(donation, campaign.Key, because, cancel);
            // What the recipient never got, because it carried Stripe's fee, Stripe keeps: the platform's loss.
            entry.Post(Accounts.Campaign(campaign.Key), takenBack - part, because).Post(Accounts.Losses, part - takenBack, because);
        }
    }

    private async Task UncountAsync(DonationLine gift, Money part, CancellationToken cancel)
    {
        var gone = gift.RefundedMinor == gift.AmountMinor ? 1 : 0;
        await db.CampaignTotals.Where(t => t.CampaignId == gift.CampaignId).ExecuteUpdateAsync(set => set
            .SetProperty(t => t.RaisedMinor, t => t.RaisedMinor - part.Minor)
            .SetProperty(t => t.RefundedMinor, t => t.RefundedMinor + part.Minor)
            .SetProperty(t => t.Donations, t => t.Donations - gone), cancel);
    }

    /// <summary>
    /// Leaves the recipient with its share of what remains. First goes what the campaign itself holds of this gift since a refund failed;
    /// the rest is taken back from the partner by a reversal, or by calling a transfer off that was not made and has no share left.
    /// </summary>
    /// <returns>What comes back to the campaign's account, with what it holds.</returns>
    private async Task<Money> TakeBackAsync(Donation donation, Guid campaignId, string because, CancellationToken cancel)
    {
        var transfer = await db.Transfers.SingleOrDefaultAsync(t => t.DonationId == donation.Id && t.CampaignId == campaignId, cancel);
        if (transfer is null)
            return Money.Zero(donation.Currency);
        var keep = KeptOf(transfer, donation, donation.CampaignLines.Sum(l => l.RefundedMinor));
        var reversals = await db.TransferReversals.Where(r => r.TransferId == transfer.Id && r.Because != ReverseTransfer.CalledOff).ToListAsync(cancel);
        var left = transfer.CalledOff ? 0 : transfer.AmountMinor - reversals.Sum(r => r.AmountMinor);
        var pending = transfer.CalledOff ? 0 : reversals.Where(r => r.StripeReversalId is null).Sum(r => r.AmountMinor);
        var held = new Money(await OwedAsync(donation, campaignId, cancel) + pending, keep.Currency);
        var back = new Money(left, keep.Currency) + held - keep;
        if (!back.IsPositive)
            return Money.Zero(donation.Currency);
        var fromPartner = back - held;
        if (fromPartner.IsPositive)
            await FromPartnerAsync(transfer, fromPartner, keep, because, cancel);
        return back;
    }

    /// <summary>What the campaign's account owes of this gift; reversals under way are not in it yet.</summary>
    private async Task<long> OwedAsync(Donation donation, Guid campaignId, CancellationToken cancel)
    {
        var account = Accounts.Campaign(campaignId);
        return -await db.Postings.Where(p => p.Transaction.DonationId == donation.Id && p.Account.Code == account).SumAsync(p => p.AmountMinor, cancel);
    }

    private async Task FromPartnerAsync(Transfer transfer, Money back, Money keep, string because, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (transfer.StripeTransferId is null && keep.IsZero)
        {
            // With it go the reversals planned for it before: they have nothing left to take back.
            transfer.CalledOff = true;
            await ledger.RunAsync(new LedgerEntry(LedgerReason.Due, $"called-off:{transfer.Id:D}", now, transfer.DonationId, transfer.CampaignId)
                .Post(Accounts.Partner(transfer.PartnerId), transfer.Amount, because)
                .Post(Accounts.Campaign(transfer.CampaignId), -transfer.Amount, because), cancel);
        }
        else
        {
            Plan(transfer, back, because, now);
        }
    }

    private void Plan(Transfer transfer, Money back, string because, DateTimeOffset now)
    {
        var reversal = new TransferReversal { Id = Guid.CreateVersion7(now), TransferId = transfer.Id, AmountMinor = back.Minor, Because = because, CreatedAt = now };
        db.TransferReversals.Add(reversal);
        db.Send(OutboxKinds.TransferReversal, reversal.Id, now);
    }
}
