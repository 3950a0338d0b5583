using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Partners;
using Solidarity.Domain.PayoutReports;

namespace Solidarity.Jobs.PayoutReports;

/// <summary>Reads what a payout report says from the statement that it was made of.</summary>
public sealed class ReadPayoutReport(SolidarityDb db)
{
    /// <summary>More than these would be a book, and nobody reads it: then one row a day.</summary>
    public const int MostDeliveries = 300;

    private const int AtOnce = 2000;

    private static readonly DeliveryStatus[] Brought = [DeliveryStatus.Delivered, DeliveryStatus.Confirmed, DeliveryStatus.Shortage];

    public async Task<PayoutReportContent> RunAsync(PayoutReport report, CancellationToken cancel)
    {
        var deliveries = await DeliveriesAsync(report, cancel);
        var byDay = deliveries.Sum(d => d.Count) > MostDeliveries;
        // From the restaurant to its meals: asked by their moves, every move of every meal there is would be read.
        var redeemed = await db.MealVouchers.CountAsync(v => v.MealPartner.PartnerId == report.PartnerId && v.Status == VoucherStatus.Redeemed && v.Donation.CurrencyCode == report.CurrencyCode
            && v.Moves.Any(m => m.To == VoucherStatus.Redeemed && m.At >= report.BeginsAt && m.At < report.EndsAt), cancel);
        return new PayoutReportContent(report, await DaysAsync(report, cancel), await PayoutsAsync(report, cancel), deliveries, byDay, redeemed);
    }

    private async Task<IReadOnlyList<ReportDay>> DaysAsync(PayoutReport report, CancellationToken cancel)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(report.Facts.TimeZone);
        var days = new SortedDictionary<DateOnly, Dictionary<MovementKind, long>>();
        await foreach (var some in db.MovementsAsync(report, AtOnce, cancel))
        {
            foreach (var movement in some)
            {
                var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(movement.At, zone).DateTime);
                if (!days.TryGetValue(day, out var sums))
                    days[day] = sums = [];
                sums[movement.Kind] = sums.GetValueOrDefault(movement.Kind) + movement.AmountMinor;
            }
        }

        var closing = report.OpeningMinor;
        return [.. days.Select(d => Row(d.Key, new StatementSums(closing, d.Value)))];

        ReportDay Row(DateOnly day, StatementSums sums)
        {
            closing = sums.Closing;
            return new ReportDay(day, sums.Of(MovementKind.Transfer), sums.Of(MovementKind.Reversal), sums.Of(MovementKind.Payout),
                sums.Of(MovementKind.Returned, MovementKind.Fee, MovementKind.Other, MovementKind.Joined), closing);
        }
    }

    private async Task<IReadOnlyList<ReportPayout>> PayoutsAsync(PayoutReport report, CancellationToken cancel)
    {
        var left = db.MovementsOf(report).Where(m => m.Kind == MovementKind.Payout).Select(m => m.SubjectId);
        var payouts = await db.Payouts.AsNoTracking().Where(p => left.Contains(p.Id)).OrderBy(p => p.CreatedAt).ThenBy(p => p.Id).ToListAsync(cancel);
        var items = await db.PayoutItems.Where(i => left.Contains(i.PayoutId)).GroupBy(i => new { i.PayoutId, i.Kind })
            .Select(g => new { g.Key.PayoutId, g.Key.Kind, Amount = g.Sum(i => i.AmountMinor), Fee = g.Sum(i => i.FeeMinor) }).ToListAsync(cancel);
        var of = items.ToLookup(i => i.PayoutId);
        return [.. payouts.Select(p => new ReportPayout(p.Id, p.StripePayoutId, p.ArrivesOn, p.Status, p.AmountMinor,
            of[p.Id].Where(i => i.Kind == PayoutItemKind.Transfer).Sum(i => i.Amount), of[p.Id].Where(i => i.Kind == PayoutItemKind.Reversal).Sum(i => i.Amount),
            -of[p.Id].Sum(i => i.Fee), of[p.Id].Where(i => i.Kind is PayoutItemKind.FailedPayout or PayoutItemKind.Other).Sum(i => i.Amount), p.ItemsComplete))];
    }

    private async Task<IReadOnlyList<ReportDelivery>> DeliveriesAsync(PayoutReport report, CancellationToken cancel)
    {
        var brought = db.MealDeliveries.Where(d => d.MealPartner.PartnerId == report.PartnerId && d.MealPartner.Programme.Campaign.CurrencyCode == report.CurrencyCode
            && d.DeliveredAt >= report.BeginsAt && d.DeliveredAt < report.EndsAt && Brought.Contains(d.Status));
        if (await brought.CountAsync(cancel) > MostDeliveries)
        {
            var days = await brought.GroupBy(d => new { d.Day, d.MealPartner.Programme.UnitMinor }).Select(g => new { g.Key.Day, g.Key.UnitMinor, Count = g.Count(), Meals = g.Sum(d => d.Arrived ?? d.Count) }).ToListAsync(cancel);
            return [.. days.GroupBy(d => d.Day).OrderBy(g => g.Key).Select(g => new ReportDelivery(null, g.Key, null, g.Sum(d => d.Count), g.Sum(d => d.Meals), g.Sum(d => d.Meals * d.UnitMinor)))];
        }

        return await brought.OrderBy(d => d.DeliveredAt).ThenBy(d => d.Number)
            .Select(d => new ReportDelivery(d.Number, d.Day, d.CareSite.Name + ", " + d.CareSite.Ward, 1, d.Arrived ?? d.Count, (d.Arrived ?? d.Count) * d.MealPartner.Programme.UnitMinor)).ToListAsync(cancel);
    }
}
