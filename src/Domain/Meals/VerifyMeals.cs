using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Meals;

/// <summary>Holds the kept counts of meals against the vouchers and their moves.</summary>
internal static class VerifyMeals
{
    /// <returns>One sentence a fault.</returns>
    public static async Task<IEnumerable<string>> MealFaultsAsync(this SolidarityDb db, int most, CancellationToken cancel) =>
        [.. await CountsAsync(db, most, cancel), .. await WeeksAsync(db, most, cancel)];

    private static async Task<IEnumerable<string>> CountsAsync(SolidarityDb db, int most, CancellationToken cancel)
    {
        var counts = await db.MealCounts.Select(c => new
        {
            Restaurant = c.MealPartner.Partner.Name,
            c.CareSite.Ward,
            Kept = c.Funded + c.Accepted + c.Delivered + c.Confirmed + c.Redeemed + c.Refunded,
            c.Funded,
            c.Redeemed,
            c.Refunded,
            All = db.MealVouchers.Count(v => v.MealPartnerId == c.MealPartnerId && v.CareSiteId == c.CareSiteId),
            AllFunded = db.MealVouchers.Count(v => v.MealPartnerId == c.MealPartnerId && v.CareSiteId == c.CareSiteId && v.Status == VoucherStatus.Funded),
            AllRedeemed = db.MealVouchers.Count(v => v.MealPartnerId == c.MealPartnerId && v.CareSiteId == c.CareSiteId && v.Status == VoucherStatus.Redeemed),
            AllRefunded = db.MealVouchers.Count(v => v.MealPartnerId == c.MealPartnerId && v.CareSiteId == c.CareSiteId && v.Status == VoucherStatus.Refunded),
        }).Where(c => c.Kept != c.All || c.Funded != c.AllFunded || c.Redeemed != c.AllRedeemed || c.Refunded != c.AllRefunded).Take(most).ToListAsync(cancel);
        return counts.Select(c => $"Meals of {c.Restaurant} for {c.Ward}: {c.Kept} are counted ({c.Funded} open, {c.Redeemed} served, {c.Refunded} paid back), but its vouchers are {c.All} ({c.AllFunded}, {c.AllRedeemed}, {c.AllRefunded}).");
    }

    private static async Task<IEnumerable<string>> WeeksAsync(SolidarityDb db, int most, CancellationToken cancel)
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
            .OrderBy(p => p.Slug).Take(most).ToListAsync(cancel);
        return programmes.Select(p =>
            $"Campaign {p.Slug} shows by weeks {p.Paid} meals paid, {p.Cooked} cooked, {p.Delivered} delivered, {p.Confirmed} confirmed, {p.Redeemed} served, but its vouchers say {p.AllPaid}, {p.AllLeft + p.AllRedeemed}, {p.AllDelivered}, {p.AllConfirmed}, {p.AllRedeemed}.");
    }
}
