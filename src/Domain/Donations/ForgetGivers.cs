using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Reports;

#pragma warning disable CA1304, CA1311, CA1862 // translated to SQL: ASCII addresses, whose capitals are the same everywhere

namespace Solidarity.Domain.Donations;

/// <summary>
/// Takes name, address and words from gifts that nobody needs them for any more: never paid, or so old that the law on bookkeeping asks no longer.
/// Amounts, dates, states and the ledger stay.
/// </summary>
public sealed class ForgetGivers(SolidarityDb db, TimeProvider clock)
{
    private const int AtOnce = 200;

    /// <summary>More wait for the next night: the site goes on meanwhile.</summary>
    private const int MostANight = 20_000;

    /// <summary>Begun before this moment, and ended without a payment.</summary>
    /// <returns>How many gifts.</returns>
    public Task<int> UnpaidAsync(DateTimeOffset before, CancellationToken cancel) => RunAsync(
        db.Donations.Where(d => (d.Status == DonationStatus.Expired || d.Status == DonationStatus.Failed) && d.PaidAt == null && d.StartedAt < before), cancel);

    /// <summary>Paid, and with a receipt, before this moment. Whoever has an account sees their own gifts as long as they have it.</summary>
    /// <returns>How many gifts.</returns>
    public Task<int> PaidAsync(DateTimeOffset before, CancellationToken cancel) => RunAsync(
        db.Donations.Where(d => d.PaidAt < before && d.Status != DonationStatus.Disputed
            && !db.Receipts.Any(r => r.DonationId == d.Id && r.IssuedAt >= before)
            && !db.Refunds.Any(r => r.DonationId == d.Id && r.CreatedAt >= before)
            && !db.People.Any(p => p.NormalizedEmail == d.EmailKey.ToUpper())), cancel);

    private async Task<int> RunAsync(IQueryable<Donation> which, CancellationToken cancel)
    {
        // Looked for once: each look may go through millions of gifts.
        var found = await which.Where(d => d.ErasedAt == null).OrderBy(d => d.StartedAt).Select(d => d.Id).Take(MostANight).ToListAsync(cancel);
        foreach (var ids in found.Chunk(AtOnce))
        {
            await db.InTransactionAsync(async () =>
            {
                var gifts = await db.Donations.Include(d => d.Lines).Where(d => ids.Contains(d.Id)).ToListAsync(cancel);
                await db.BlankAsync(gifts, clock.GetUtcNow(), cancel);
                await db.Dedications.Where(d => ids.Contains(d.DonationId)).ExecuteDeleteAsync(cancel);
                await db.SaveChangesAsync(cancel);
            }, cancel);
            db.ChangeTracker.Clear();
        }

        return found.Count;
    }
}

internal static class BlankGifts
{
    /// <summary>Saved with what the caller saves.</summary>
    /// <param name="gifts">With their lines: the pages that show their words are dropped by them.</param>
    public static async Task BlankAsync(this SolidarityDb db, IReadOnlyCollection<Donation> gifts, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = gifts.Select(g => g.Id).ToList();
        foreach (var gift in gifts)
        {
            gift.EraseGiver(now);
            db.Entry(gift).Property(nameof(Donation.Name)).CurrentValue = null;
            db.Entry(gift).Property(nameof(Donation.Message)).CurrentValue = null;
        }

        await db.Reports.Where(r => r.Kind == ReportedKind.Message && ids.Contains(r.SubjectId)).ExecuteUpdateAsync(set => set.SetProperty(r => r.Excerpt, ""), cancel);
    }
}
