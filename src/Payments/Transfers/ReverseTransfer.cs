using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Messages;
using Stripe;

namespace Solidarity.Payments.Transfers;

/// <summary>Takes back from a partner what was refunded or lost, as planned by the refund or dispute.</summary>
public sealed class ReverseTransfer(SolidarityDb db, IStripeClient stripe, PostToLedger ledger, TimeProvider clock)
{
    /// <summary>The reason of a reversal whose transfer was called off too late. It is between us and the partner: the campaign has its money already.</summary>
    public const string CalledOff = "called-off";

    /// <exception cref="InvalidOperationException">The transfer itself has not been made yet; try again later.</exception>
    public async Task RunAsync(Guid reversalId, CancellationToken cancel)
    {
        var reversal = await db.TransferReversals.Include(r => r.Transfer).AsNoTracking().SingleAsync(r => r.Id == reversalId, cancel);
        if (reversal.StripeReversalId is not null || (reversal.Transfer.CalledOff && reversal.Because != CalledOff))
            return;
        if (reversal.Transfer.StripeTransferId is not { } transferId)
        {
            await db.SpareAttemptsAsync(OutboxKinds.TransferReversal, reversalId, cancel);
            throw new InvalidOperationException($"Transfer {reversal.TransferId} has not been made yet.");
        }

        var made = clock.GetUtcNow() - reversal.CreatedAt > StripeKeys.KeyLifetime ? await FindMadeAsync(reversal, transferId, cancel) : null;
        made ??= await CreateAsync(reversal, transferId, cancel);
        await db.InTransactionAsync(() => SaveAsync(reversalId, made, cancel), cancel);
    }

    /// <summary>Saves a reversal that Stripe has and we may not.</summary>
    /// <returns>False: it is none of ours.</returns>
    public async Task<bool> SaveMadeAsync(TransferReversal made, CancellationToken cancel)
    {
        if (StripeKeys.IdIn(made.Metadata, StripeKeys.ReversalMetadata) is not { } id || !await db.TransferReversals.AnyAsync(r => r.Id == id, cancel))
            return false;
        await db.InTransactionAsync(() => SaveAsync(id, made, cancel), cancel);
        return true;
    }

    private async Task<TransferReversal> CreateAsync(Domain.Partners.TransferReversal reversal, string transferId, CancellationToken cancel)
    {
        try
        {
            return await new TransferReversalService(stripe).CreateAsync(
                transferId,
                new TransferReversalCreateOptions { Amount = reversal.AmountMinor, Metadata = new() { [StripeKeys.ReversalMetadata] = reversal.Id.ToString("D") } },
                StripeKeys.For("reversal", reversal.Id), cancel);
        }
        catch (StripeException e) when (e.StripeError?.Code == StripeKeys.NoMoneyYet)
        {
            // The partner was paid out: what comes to it next is taken.
            await db.SpareAttemptsAsync(OutboxKinds.TransferReversal, reversal.Id, cancel);
            throw;
        }
    }

    private async Task<TransferReversal?> FindMadeAsync(Domain.Partners.TransferReversal reversal, string transferId, CancellationToken cancel)
    {
        var taken = await db.TransferReversals.Where(r => r.TransferId == reversal.TransferId && r.StripeReversalId != null).Select(r => r.StripeReversalId).ToListAsync(cancel);
        await foreach (var made in new TransferReversalService(stripe).ListAutoPagingAsync(transferId, new TransferReversalListOptions { Limit = 100 }, null, cancel))
        {
            // Without our id it is one that somebody made by hand: of the same amount, and not counted yet.
            if (StripeKeys.IdIn(made.Metadata, StripeKeys.ReversalMetadata) is { } id ? id == reversal.Id : made.Amount == reversal.AmountMinor && !taken.Contains(made.Id))
                return made;
        }

        return null;
    }

    private async Task SaveAsync(Guid reversalId, TransferReversal made, CancellationToken cancel)
    {
        var reversal = await db.TransferReversals.Include(r => r.Transfer).SingleAsync(r => r.Id == reversalId, cancel);
        if (reversal.StripeReversalId is not null)
            return;
        var transfer = reversal.Transfer;
        var amount = new Money(reversal.AmountMinor, transfer.Amount.Currency);
        reversal.StripeReversalId = made.Id;
        transfer.ReversedMinor += reversal.AmountMinor;
        var entry = new LedgerEntry(LedgerReason.TransferReversal, $"reversal:{made.Id}", StripeKeys.Moment(made.Created), transfer.DonationId, transfer.CampaignId)
            .Post(Accounts.StripeBalance, amount, made.BalanceTransactionId)
            .Post(Accounts.Partner(transfer.PartnerId), -amount, made.Id);
        if (reversal.Because != CalledOff)
            entry.Post(Accounts.Partner(transfer.PartnerId), amount, made.Id).Post(Accounts.Campaign(transfer.CampaignId), -amount, made.Id);
        await ledger.RunAsync(entry, cancel);
        await db.CampaignTotals.Where(t => t.CampaignId == transfer.CampaignId)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.PassedOnMinor, t => t.PassedOnMinor - reversal.AmountMinor), cancel);
        await db.SaveChangesAsync(cancel);
    }
}
