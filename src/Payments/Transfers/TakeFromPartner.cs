using Solidarity.Domain;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Partners;

namespace Solidarity.Payments.Transfers;

/// <summary>
/// Takes back what a partner has of a gift: by a reversal, or by calling a transfer off that was not made and has no share left. Runs in the caller's
/// database transaction.
/// </summary>
public sealed class TakeFromPartner(SolidarityDb db, PostToLedger ledger, TimeProvider clock)
{
    /// <summary>What a transfer for meals leaves its restaurant while so many of them stand.</summary>
    public static Money ShareOf(Transfer transfer, int standing, int all) => ShareOf(transfer.Amount, standing, all);

    /// <param name="transferred">What the transfer was of.</param>
    public static Money ShareOf(Money transferred, int standing, int all) => transferred.Split(standing, all - standing)[0];

    /// <param name="keep">What the partner keeps of the transfer then.</param>
    /// <param name="because">Names the reversal: one each.</param>
    /// <returns>The reversal that was planned; null where the transfer was called off.</returns>
    public async Task<TransferReversal?> RunAsync(Transfer transfer, Money back, Money keep, string because, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (transfer.StripeTransferId is null && keep.IsZero)
        {
            // With it go the reversals planned for it before: they have nothing left to take back.
            transfer.CalledOff = true;
            await ledger.RunAsync(new LedgerEntry(LedgerReason.Due, $"called-off:{transfer.Id:D}", now, transfer.DonationId, transfer.CampaignId)
                .Post(Accounts.Partner(transfer.PartnerId), transfer.Amount, because)
                .Post(Accounts.Campaign(transfer.CampaignId), -transfer.Amount, because), cancel);
            return null;
        }

        var reversal = new TransferReversal { Id = Guid.CreateVersion7(now), TransferId = transfer.Id, AmountMinor = back.Minor, Because = because, CreatedAt = now };
        db.TransferReversals.Add(reversal);
        db.Send(OutboxKinds.TransferReversal, reversal.Id, now);
        return reversal;
    }
}
