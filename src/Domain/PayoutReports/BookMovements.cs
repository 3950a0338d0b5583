using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Partners;

namespace Solidarity.Domain.PayoutReports;

/// <summary>
/// Writes into a partner's statement what Stripe has done since it was written last. What happened before the statement was closed is written just after:
/// reports that were made stay true, and nothing is left out.
/// </summary>
public sealed class BookMovements(SolidarityDb db)
{
    private const int AtOnce = 500;

    private static readonly PayoutStatus[] Back = [PayoutStatus.Failed, PayoutStatus.Canceled];

    /// <summary>Inside a transaction of the caller's, or else in several of its own.</summary>
    public async Task RunAsync(Guid partnerId, CancellationToken cancel)
    {
        foreach (var source in Sources(partnerId))
        {
            while (await db.InTransactionAsync(() => SomeAsync(partnerId, source, cancel), cancel) == AtOnce)
            {
                // There may be more.
            }
        }
    }

    /// <summary>Whoever writes into the statement, or closes it, waits here for whoever does so now.</summary>
    internal async Task<DateTimeOffset?> LockAsync(Guid partnerId, CancellationToken cancel)
    {
        var found = await db.PartnerStatements.Where(s => s.PartnerId == partnerId).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastNumber, s => s.LastNumber), cancel);
        if (found > 0)
            return await db.PartnerStatements.Where(s => s.PartnerId == partnerId).Select(s => s.ClosedUntil).SingleAsync(cancel);
        db.PartnerStatements.Add(new PartnerStatement { PartnerId = partnerId });
        await db.SaveChangesAsync(cancel);
        return null;
    }

    private async Task<int> SomeAsync(Guid partnerId, IQueryable<Found> source, CancellationToken cancel)
    {
        var closed = await LockAsync(partnerId, cancel);
        var found = await source.Take(AtOnce).ToListAsync(cancel);
        foreach (var row in found)
        {
            var happened = row.ByStripe ?? row.ByUs;
            db.PartnerMovements.Add(new PartnerMovement
            {
                PartnerId = partnerId,
                Kind = row.Kind,
                SubjectId = row.Id,
                AmountMinor = row.AmountMinor,
                CurrencyCode = row.CurrencyCode,
                At = closed > happened ? closed.Value : happened,
                HappenedAt = happened,
                StripeId = row.StripeId,
            });
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return found.Count;
    }

    private IQueryable<Found>[] Sources(Guid partnerId)
    {
        var items = db.PayoutItems.Where(i => i.Payout.PartnerId == partnerId).OrderBy(i => i.Id);
        return
        [
            db.Transfers.Where(t => t.PartnerId == partnerId && t.StripeTransferId != null && !db.PartnerMovements.Any(m => m.Kind == MovementKind.Transfer && m.SubjectId == t.Id)).OrderBy(t => t.Id)
                .Select(t => new Found
                {
                    Kind = MovementKind.Transfer,
                    Id = t.Id,
                    AmountMinor = t.AmountMinor,
                    CurrencyCode = t.CurrencyCode,
                    ByStripe = db.LedgerTransactions.Where(l => l.Reference == "transfer:" + t.StripeTransferId).Select(l => (DateTimeOffset?)l.At).FirstOrDefault(),
                    ByUs = t.CreatedAt,
                    StripeId = t.StripeTransferId,
                }),
            db.TransferReversals.Where(r => r.Transfer.PartnerId == partnerId && r.StripeReversalId != null && !db.PartnerMovements.Any(m => m.Kind == MovementKind.Reversal && m.SubjectId == r.Id)).OrderBy(r => r.Id)
                .Select(r => new Found
                {
                    Kind = MovementKind.Reversal,
                    Id = r.Id,
                    AmountMinor = -r.AmountMinor,
                    CurrencyCode = r.Transfer.CurrencyCode,
                    ByStripe = db.LedgerTransactions.Where(l => l.Reference == "reversal:" + r.StripeReversalId).Select(l => (DateTimeOffset?)l.At).FirstOrDefault(),
                    ByUs = r.CreatedAt,
                    StripeId = r.StripeReversalId,
                }),
            db.Payouts.Where(p => p.PartnerId == partnerId && !db.PartnerMovements.Any(m => m.Kind == MovementKind.Payout && m.SubjectId == p.Id)).OrderBy(p => p.Id)
                .Select(p => new Found { Kind = MovementKind.Payout, Id = p.Id, AmountMinor = -p.AmountMinor, CurrencyCode = p.CurrencyCode, ByUs = p.CreatedAt, StripeId = p.StripePayoutId }),
            db.Payouts.Where(p => p.PartnerId == partnerId && Back.Contains(p.Status) && !db.PartnerMovements.Any(m => m.Kind == MovementKind.Returned && m.SubjectId == p.Id)).OrderBy(p => p.Id)
                .Select(p => new Found { Kind = MovementKind.Returned, Id = p.Id, AmountMinor = p.AmountMinor, CurrencyCode = p.CurrencyCode, ByStripe = p.ReturnedAt, ByUs = p.CreatedAt, StripeId = p.StripePayoutId }),
            items.Where(i => i.FeeMinor != 0 && !db.PartnerMovements.Any(m => m.Kind == MovementKind.Fee && m.SubjectId == i.Id))
                .Select(i => new Found { Kind = MovementKind.Fee, Id = i.Id, AmountMinor = -i.FeeMinor, CurrencyCode = i.Payout.CurrencyCode, ByUs = i.Payout.CreatedAt, StripeId = i.BalanceTransactionId }),
            items.Where(i => (i.Kind == PayoutItemKind.Other || (i.Kind == PayoutItemKind.Transfer && i.TransferId == null) || (i.Kind == PayoutItemKind.Reversal && i.TransferReversalId == null))
                    && !db.PartnerMovements.Any(m => m.Kind == MovementKind.Other && m.SubjectId == i.Id))
                .Select(i => new Found { Kind = MovementKind.Other, Id = i.Id, AmountMinor = i.AmountMinor, CurrencyCode = i.Payout.CurrencyCode, ByUs = i.Payout.CreatedAt, StripeId = i.BalanceTransactionId }),
            items.Where(i => ((i.Kind == PayoutItemKind.Transfer && i.TransferId != null) || (i.Kind == PayoutItemKind.Reversal && i.TransferReversalId != null))
                    && db.PartnerMovements.Any(m => m.Kind == MovementKind.Other && m.SubjectId == i.Id) && !db.PartnerMovements.Any(m => m.Kind == MovementKind.Joined && m.SubjectId == i.Id))
                .Select(i => new Found { Kind = MovementKind.Joined, Id = i.Id, AmountMinor = -i.AmountMinor, CurrencyCode = i.Payout.CurrencyCode, ByUs = i.Payout.CreatedAt, StripeId = i.BalanceTransactionId }),
        ];
    }

    /// <summary>Something that is not in the statement yet.</summary>
    private sealed class Found
    {
        public required MovementKind Kind { get; init; }

        public required Guid Id { get; init; }

        public required long AmountMinor { get; init; }

        public required string CurrencyCode { get; init; }

        /// <summary>When it happened, by Stripe's clock; null where that was not kept.</summary>
        public DateTimeOffset? ByStripe { get; init; }

        public required DateTimeOffset ByUs { get; init; }

        public string? StripeId { get; init; }
    }
}
