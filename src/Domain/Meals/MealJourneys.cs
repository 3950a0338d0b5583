using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Meals;

/// <summary>Where a meal can have been, in the order of its way.</summary>
public enum MealStep { Paid, SentToRestaurant, Reassigned, Accepted, Cooked, Delivered, Confirmed, Served, Missing, PaidBack }

/// <summary>Some meals of a gift that went the same way.</summary>
/// <param name="Steps">What happened, and when; the earliest first.</param>
/// <param name="Next">What is to come; null once it is over.</param>
/// <param name="Codes">Of those that can be eaten at the counter, as they are kept.</param>
/// <param name="Day">The day for which their delivery is planned, while it is.</param>
public sealed record MealJourney(string Restaurant, string Ward, int Count, IReadOnlyList<(MealStep Step, DateTimeOffset At)> Steps, MealStep? Next, IReadOnlyList<string> Codes, DateOnly? Day);

/// <summary>Tells a giver where the meals of a gift are, from the rows that were kept.</summary>
public static class MealJourneys
{
    public static async Task<List<MealJourney>> MealsOfAsync(this SolidarityDb db, Guid donationId, CancellationToken cancel)
    {
        var vouchers = await db.MealVouchers.AsNoTracking().Include(v => v.Moves).Include(v => v.Delivery).Include(v => v.CareSite).Include(v => v.MealPartner).ThenInclude(p => p.Partner)
            .Where(v => v.DonationId == donationId).OrderBy(v => v.Id).AsSplitQuery().ToListAsync(cancel);
        var sent = await db.Transfers.AsNoTracking().Where(t => t.DonationId == donationId && t.MadeAt != null).ToDictionaryAsync(t => t.Id, t => t.MadeAt!.Value, cancel);
        return [.. vouchers.Select(v => (Voucher: v, Steps: Steps(v, sent)))
            .GroupBy(v => (v.Voucher.MealPartnerId, v.Voucher.CareSiteId, string.Join(' ', v.Steps.Select(s => $"{s.Step} {s.At.Ticks}"))))
            .Select(g => Journey([.. g.Select(v => v.Voucher)], g.First().Steps))];
    }

    private static MealJourney Journey(List<MealVoucher> alike, List<(MealStep Step, DateTimeOffset At)> steps)
    {
        var first = alike[0];
        return new(
            first.MealPartner.Partner.Name,
            $"{first.CareSite.Ward} · {first.CareSite.Name}",
            alike.Count,
            steps,
            Next(first),
            first.Status == VoucherStatus.Funded ? [.. alike.Select(v => v.Code)] : [],
            first is { Status: VoucherStatus.Accepted, Delivery: { } delivery } ? delivery.Day : null);
    }

    private static List<(MealStep Step, DateTimeOffset At)> Steps(MealVoucher voucher, Dictionary<Guid, DateTimeOffset> sent)
    {
        var steps = new List<(MealStep Step, DateTimeOffset At)> { (MealStep.Paid, voucher.PaidAt) };
        if (voucher.TransferId is { } transfer && sent.TryGetValue(transfer, out var made))
            steps.Add((MealStep.SentToRestaurant, made));
        steps.AddRange(voucher.Moves.OrderBy(m => m.Id).Skip(1).SelectMany(Of));
        // Before the delivery that it belongs to: said at once, they have one time.
        if (voucher is { Status: VoucherStatus.Accepted or VoucherStatus.Delivered or VoucherStatus.Confirmed, Delivery.LeftAt: { } left })
            steps.Insert(steps.FindLastIndex(s => s.Step == MealStep.Accepted) + 1, (MealStep.Cooked, left));
        // What happened at the same time stays in the order in which it was kept.
        return [.. steps.OrderBy(s => s.At)];
    }

    /// <summary>A delivery that was called off leaves no trace: the meal waits again.</summary>
    private static IEnumerable<(MealStep, DateTimeOffset)> Of(VoucherMove move) => (move.From, move.To) switch
    {
        (VoucherStatus.Funded, VoucherStatus.Funded) => [(MealStep.Reassigned, move.At)],
        (VoucherStatus.Delivered, VoucherStatus.Funded) => [(MealStep.Missing, move.At)],
        (_, VoucherStatus.Accepted) => [(MealStep.Accepted, move.At)],
        (_, VoucherStatus.Delivered) => [(MealStep.Delivered, move.At)],
        (_, VoucherStatus.Confirmed) => [(MealStep.Confirmed, move.At)],
        (_, VoucherStatus.Redeemed) => [(MealStep.Served, move.At)],
        (_, VoucherStatus.Refunded) => [(MealStep.PaidBack, move.At)],
        _ => [],
    };

    private static MealStep? Next(MealVoucher voucher) => voucher.Status switch
    {
        VoucherStatus.Funded when voucher.TransferId is null => MealStep.SentToRestaurant,
        VoucherStatus.Funded => MealStep.Accepted,
        VoucherStatus.Accepted => voucher.Delivery?.LeftAt is null ? MealStep.Cooked : MealStep.Delivered,
        VoucherStatus.Delivered => MealStep.Confirmed,
        _ => null,
    };
}
