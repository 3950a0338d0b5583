using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Messages;
using Stripe;
using Transfer = Solidarity.Domain.Partners.Transfer;

namespace Solidarity.Payments.Transfers;

/// <summary>Passes a gift on to the partner: intent saved before, Stripe called under our own key, result saved and posted after.</summary>
public sealed class MakeTransfer(SolidarityDb db, IStripeClient stripe, PostToLedger ledger, TimeProvider clock)
{
    /// <exception cref="Refusal">The partner cannot be paid yet; try again later.</exception>
    public async Task RunAsync(Guid transferId, CancellationToken cancel)
    {
        var transfer = await db.Transfers.Include(t => t.Partner).AsNoTracking().SingleAsync(t => t.Id == transferId, cancel);
        if (transfer.StripeTransferId is not null)
            return;
        // A process that died between the call and the saving may have made it, and then the partner has the money.
        if ((transfer.CalledOff || clock.GetUtcNow() - transfer.CreatedAt > StripeKeys.KeyLifetime) && await FindMadeAsync(transfer, cancel) is { } found)
        {
            await db.InTransactionAsync(() => SaveAsync(transferId, found, cancel), cancel);
            return;
        }

        if (transfer.CalledOff)
            return;
        if (transfer.AfterReversalId is { } reversal && !await db.TransferReversals.AnyAsync(r => r.Id == reversal && (r.StripeReversalId != null || r.Transfer.CalledOff), cancel))
        {
            await db.SpareAttemptsAsync(OutboxKinds.Transfer, transferId, cancel);
            throw new InvalidOperationException($"Reversal {reversal} has not brought the money yet.");
        }

        if (!transfer.Partner.CanBePaid)
        {
            await db.SpareAttemptsAsync(OutboxKinds.Transfer, transferId, cancel);
            throw new Refusal(Reason.PartnerNotReady);
        }

        var made = await CreateAsync(transfer, cancel);
        await db.InTransactionAsync(() => SaveAsync(transferId, made, cancel), cancel);
    }

    /// <summary>Saves a transfer that Stripe has and we may not.</summary>
    /// <returns>False: it is none of ours.</returns>
    public async Task<bool> SaveMadeAsync(Stripe.Transfer made, CancellationToken cancel)
    {
        if (StripeKeys.IdIn(made.Metadata, StripeKeys.TransferMetadata) is not { } id || !await db.Transfers.AnyAsync(t => t.Id == id, cancel))
            return false;
        await db.InTransactionAsync(() => SaveAsync(id, made, cancel), cancel);
        return true;
    }

    private async Task<Stripe.Transfer> CreateAsync(Transfer transfer, CancellationToken cancel)
    {
        try
        {
            return await new TransferService(stripe).CreateAsync(
                new TransferCreateOptions
                {
                    Amount = transfer.AmountMinor,
                    Currency = transfer.CurrencyCode.ToLowerInvariant(),
                    Destination = transfer.Partner.StripeAccountId,
                    // Lets it be paid from a charge that is still pending, and no other money. What another restaurant had before is on our balance.
                    SourceTransaction = transfer.AfterReversalId is null ? transfer.ChargeId : null,
                    TransferGroup = transfer.DonationId.ToString("D"),
                    Metadata = new()
                    {
                        [StripeKeys.DonationMetadata] = transfer.DonationId.ToString("D"),
                        [StripeKeys.TransferMetadata] = transfer.Id.ToString("D"),
                    },
                },
                StripeKeys.For("transfer", transfer.Id), cancel);
        }
        catch (StripeException e) when (e.StripeError?.Code == StripeKeys.NoMoneyYet)
        {
            // What a reversal brought is there, and cannot be used until Stripe has settled its charge.
            await db.SpareAttemptsAsync(OutboxKinds.Transfer, transfer.Id, cancel);
            throw;
        }
    }

    private async Task<Stripe.Transfer?> FindMadeAsync(Transfer transfer, CancellationToken cancel)
    {
        var options = new TransferListOptions { TransferGroup = transfer.DonationId.ToString("D"), Limit = 100 };
        await foreach (var made in new TransferService(stripe).ListAutoPagingAsync(options, null, cancel))
        {
            if (StripeKeys.IdIn(made.Metadata, StripeKeys.TransferMetadata) is { } id ? id == transfer.Id : IsAlike(made, transfer))
                return made;
        }

        return null;
    }

    /// <summary>One that somebody made by hand in Stripe's dashboard for the same gift.</summary>
    private static bool IsAlike(Stripe.Transfer made, Transfer transfer) =>
        made.Amount == transfer.AmountMinor && made.DestinationId == transfer.Partner.StripeAccountId
        && string.Equals(made.Currency, transfer.CurrencyCode, StringComparison.OrdinalIgnoreCase);

    private async Task SaveAsync(Guid transferId, Stripe.Transfer made, CancellationToken cancel)
    {
        var transfer = await db.Transfers.SingleAsync(t => t.Id == transferId, cancel);
        if (transfer.StripeTransferId is not null)
            return;
        transfer.StripeTransferId = made.Id;
        transfer.MadeAt = clock.GetUtcNow();
        await ledger.RunAsync(new LedgerEntry(LedgerReason.Transfer, $"transfer:{made.Id}", StripeKeys.Moment(made.Created), transfer.DonationId, transfer.CampaignId)
            .Post(Accounts.Partner(transfer.PartnerId), transfer.Amount, made.Id)
            .Post(Accounts.StripeBalance, -transfer.Amount, made.BalanceTransactionId), cancel);
        await db.CampaignTotals.Where(t => t.CampaignId == transfer.CampaignId)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.PassedOnMinor, t => t.PassedOnMinor + transfer.AmountMinor), cancel);
        if (transfer.CalledOff)
            TakeBack(transfer);
        await db.SaveChangesAsync(cancel);
        // Reversals planned meanwhile waited for it.
        await db.WakeAsync(OutboxKinds.TransferReversal, db.TransferReversals.Where(r => r.TransferId == transferId).Select(r => r.Id), clock.GetUtcNow(), cancel);
    }

    /// <summary>The gift was given back while Stripe was making the transfer.</summary>
    private void TakeBack(Transfer transfer)
    {
        var now = clock.GetUtcNow();
        var reversal = new Domain.Partners.TransferReversal
        {
            Id = Guid.CreateVersion7(now),
            TransferId = transfer.Id,
            AmountMinor = transfer.AmountMinor,
            Because = ReverseTransfer.CalledOff,
            CreatedAt = now,
        };
        db.TransferReversals.Add(reversal);
        db.Send(OutboxKinds.TransferReversal, reversal.Id, now);
    }
}
