using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Meals;

/// <summary>Recounts meals and their places from the vouchers, and compares them with what is kept.</summary>
public static class MealFaults
{
    private const int Most = 100;

    /// <returns>One sentence a fault, naming the row; empty when everything agrees.</returns>
    public static async Task<List<string>> MealFaultsAsync(this SolidarityDb db, CancellationToken cancel) =>
        [.. await OrdersAsync(db, cancel), .. await MovesAsync(db, cancel), .. await CountsAsync(db, cancel), .. await WeeksAsync(db, cancel), .. await PlacesAsync(db, cancel)];

    /// <summary>One voucher for each meal that was paid for, and none besides.</summary>
    private static async Task<IEnumerable<string>> OrdersAsync(SolidarityDb db, CancellationToken cancel)
    {
        var orders = await db.MealOrders.Select(o => new
        {
            o.Id,
            Paid = db.DonationLines.Any(l => l.DonationId == o.DonationId && l.PaidTransactionId != null) ? o.Count : 0,
            Vouchers = db.MealVouchers.Count(v => v.OrderId == o.Id),
        }).Where(o => o.Paid != o.Vouchers).OrderBy(o => o.Id).Take(Most).ToListAsync(cancel);
        return orders.Select(o => $"Meal order {o.Id} has {o.Vouchers} vouchers, but {o.Paid} meals of it are paid.");
    }

    private static async Task<IEnumerable<string>> MovesAsync(SolidarityDb db, CancellationToken cancel)
    {
        var vouchers = await db.MealVouchers.Select(v => new { v.Id, v.Status, Last = v.Moves.OrderByDescending(m => m.Id).Select(m => (VoucherStatus?)m.To).FirstOrDefault() })
            .Where(v => v.Last == null || v.Last != v.Status).OrderBy(v => v.Id).Take(Most).ToListAsync(cancel);
        return vouchers.Select(v => $"Voucher {v.Id} is {v.Status}, but its last move was to {v.Last?.ToString() ?? "nothing"}.");
    }

    private static async Task<IEnumerable<string>> CountsAsync(SolidarityDb db, CancellationToken cancel)
    {
        var counted = await db.MealVouchers.GroupBy(v => new { v.MealPartnerId, v.CareSiteId, v.Status, Left = v.Delivery != null && v.Delivery.Status == DeliveryStatus.Left })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        var kept = await db.MealCounts.AsNoTracking().ToListAsync(cancel);
        var pairs = counted.Select(c => (c.Key.MealPartnerId, c.Key.CareSiteId)).Concat(kept.Select(k => (k.MealPartnerId, k.CareSiteId))).Distinct();
        return pairs.Order().Select(pair =>
        {
            int Of(VoucherStatus status, bool left = false) =>
                counted.Where(c => (c.Key.MealPartnerId, c.Key.CareSiteId) == pair && c.Key.Status == status && (c.Key.Left || !left)).Sum(c => c.Count);
            var count = kept.Find(k => (k.MealPartnerId, k.CareSiteId) == pair);
            int[] shown = count is null ? new int[7] : [count.Funded, count.Accepted, count.Delivered, count.Confirmed, count.Redeemed, count.Refunded, count.OnTheirWay];
            int[] said = [Of(VoucherStatus.Funded), Of(VoucherStatus.Accepted), Of(VoucherStatus.Delivered), Of(VoucherStatus.Confirmed), Of(VoucherStatus.Redeemed), Of(VoucherStatus.Refunded), Of(VoucherStatus.Accepted, left: true)];
            return (pair, shown, said);
        }).Where(c => !c.shown.SequenceEqual(c.said)).Take(Most).Select(c =>
            $"Restaurant {c.pair.MealPartnerId} shows for site {c.pair.CareSiteId} funded, accepted, delivered, confirmed, redeemed, refunded and on their way: "
            + $"{string.Join(' ', c.shown)}, but the vouchers say {string.Join(' ', c.said)}.");
    }

    /// <summary>A place that is taken twice would be a meal sold that nobody can cook. A place that came back too late to be sold again stays taken, so more may be.</summary>
    private static async Task<IEnumerable<string>> PlacesAsync(SolidarityDb db, CancellationToken cancel)
    {
        var slots = await db.MealSlots.Select(s => new
        {
            s.Id,
            s.Taken,
            Needed = db.MealVouchers.Count(v => v.SlotId == s.Id && v.Status != VoucherStatus.Refunded)
                + db.MealOrders.Where(o => o.SlotId == s.Id && o.ReleasedAt == null && !db.MealVouchers.Any(v => v.OrderId == o.Id)).Sum(o => o.Count),
        }).Where(s => s.Taken < s.Needed).OrderBy(s => s.Id).Take(Most).ToListAsync(cancel);
        return slots.Select(s => $"Slot {s.Id} has {s.Taken} places taken, but {s.Needed} meals need one.");
    }

    private static async Task<IEnumerable<string>> WeeksAsync(SolidarityDb db, CancellationToken cancel)
    {
        var moves = db.VoucherMoves.Join(db.MealVouchers, m => m.VoucherId, v => v.Id, (m, v) => new { v.MealPartner.CampaignId, m.From, m.To });
        var programmes = await db.MealProgrammes.Select(p => new
        {
            p.Campaign.Slug,
            Paid = db.MealWeeks.Where(w => w.CampaignId == p.CampaignId).Sum(w => w.Paid),
            Cooked = db.MealWeeks.Where(w => w.CampaignId == p.CampaignId).Sum(w => w.Cooked),
            Delivered = db.MealWeeks.Where(w => w.CampaignId == p.CampaignId).Sum(w => w.Delivered),
            Confirmed = db.MealWeeks.Where(w => w.CampaignId == p.CampaignId).Sum(w => w.Confirmed),
            Redeemed = db.MealWeeks.Where(w => w.CampaignId == p.CampaignId).Sum(w => w.Redeemed),
            AllPaid = db.MealVouchers.Count(v => v.MealPartner.CampaignId == p.CampaignId),
            AllLeft = db.MealDeliveries.Where(d => d.MealPartner.CampaignId == p.CampaignId && d.LeftAt != null).Sum(d => d.Count),
            AllDelivered = moves.Count(m => m.CampaignId == p.CampaignId && m.To == VoucherStatus.Delivered),
            AllConfirmed = moves.Count(m => m.CampaignId == p.CampaignId && m.To == VoucherStatus.Confirmed),
            AllRedeemed = moves.Count(m => m.CampaignId == p.CampaignId && m.To == VoucherStatus.Redeemed),
        }).Where(p => p.Paid != p.AllPaid || p.Cooked != p.AllLeft + p.AllRedeemed || p.Delivered != p.AllDelivered || p.Confirmed != p.AllConfirmed || p.Redeemed != p.AllRedeemed)
            .OrderBy(p => p.Slug).Take(Most).ToListAsync(cancel);
        return programmes.Select(p =>
            $"Campaign {p.Slug} shows by weeks {p.Paid} meals paid, {p.Cooked} cooked, {p.Delivered} delivered, {p.Confirmed} confirmed, {p.Redeemed} served, but its vouchers say {p.AllPaid}, {p.AllLeft + p.AllRedeemed}, {p.AllDelivered}, {p.AllConfirmed}, {p.AllRedeemed}.");
    }
}
