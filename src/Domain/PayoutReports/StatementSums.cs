using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.PayoutReports;

/// <summary>What a statement says of some days: minor units of one currency.</summary>
/// <param name="Opening">Everything before.</param>
/// <param name="Moved">Each kind's sum in those days; without those that did not occur.</param>
public sealed record StatementSums(long Opening, IReadOnlyDictionary<MovementKind, long> Moved)
{
    public long Closing => Opening + Moved.Values.Sum();

    /// <summary>Nothing lay there and nothing moved.</summary>
    public bool IsEmpty => Opening == 0 && Moved.Count == 0;

    public long Of(params ReadOnlySpan<MovementKind> kinds)
    {
        var sum = 0L;
        foreach (var kind in kinds)
            sum += Moved.GetValueOrDefault(kind);
        return sum;
    }
}

public static class Statements
{
    public static async Task<StatementSums> StatementSumsAsync(this SolidarityDb db, Guid partnerId, string currency, DateTimeOffset begins, DateTimeOffset ends, CancellationToken cancel)
    {
        var movements = db.PartnerMovements.Where(m => m.PartnerId == partnerId && m.CurrencyCode == currency && m.At < ends);
        var opening = await movements.Where(m => m.At < begins).SumAsync(m => m.AmountMinor, cancel);
        return new StatementSums(opening, await movements.Where(m => m.At >= begins).GroupBy(m => m.Kind)
            .Select(g => new { g.Key, Sum = g.Sum(m => m.AmountMinor) }).ToDictionaryAsync(g => g.Key, g => g.Sum, cancel));
    }

    /// <summary>The lines that a report is about, the oldest first.</summary>
    public static IQueryable<PartnerMovement> MovementsOf(this SolidarityDb db, PayoutReport report) => db.PartnerMovements.AsNoTracking()
        .Where(m => m.PartnerId == report.PartnerId && m.CurrencyCode == report.CurrencyCode && m.At >= report.BeginsAt && m.At < report.EndsAt);

    /// <summary>The same, so many at a time: a report over a million of them needs no more memory than one over a thousand.</summary>
    public static async IAsyncEnumerable<IReadOnlyList<PartnerMovement>> MovementsAsync(
        this SolidarityDb db, PayoutReport report, int atOnce, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var (at, id) = (report.BeginsAt, 0L);
        while (true)
        {
            // One lower bound alone: with the report's beginning as another, the database would go through all that was read before, each time.
            var some = await db.PartnerMovements.AsNoTracking()
                .Where(m => m.PartnerId == report.PartnerId && m.CurrencyCode == report.CurrencyCode && m.At >= at && m.At < report.EndsAt && (m.At > at || m.Id > id)).OrderBy(m => m.At).ThenBy(m => m.Id).Take(atOnce).ToListAsync(cancel);
            if (some.Count > 0)
                yield return some;
            if (some.Count < atOnce)
                yield break;
            (at, id) = (some[^1].At, some[^1].Id);
        }
    }
}
