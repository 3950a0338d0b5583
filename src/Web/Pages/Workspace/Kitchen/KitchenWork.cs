using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;

namespace Solidarity.Web.Pages.Workspace.Kitchen;

/// <param name="Since">When the oldest of them was paid for.</param>
/// <param name="Missing">How many of them did not arrive with an earlier delivery.</param>
public sealed record WaitingMeals(Guid MealPartnerId, Guid CareSiteId, string Ward, string Hospital, int Count, DateTimeOffset Since, int Missing);

/// <summary>What a restaurant has to do: only its own.</summary>
public static class KitchenWork
{
    private static readonly MealPartnerStatus[] Taking = [MealPartnerStatus.Accepted, MealPartnerStatus.Paused];

    /// <summary>The organisation's places in programmes.</summary>
    public static IQueryable<MealPartner> CooksOf(this SolidarityDb db, Guid organisationId) =>
        db.MealPartners.Where(p => p.Partner.OrganisationId == organisationId && Taking.Contains(p.Status));

    /// <summary>By ward; what has waited longest first.</summary>
    public static async Task<List<WaitingMeals>> WaitingAsync(this SolidarityDb db, Guid organisationId, CancellationToken cancel)
    {
        var rows = await db.MealVouchers.Where(v => v.Status == VoucherStatus.Funded && v.MealPartner.Partner.OrganisationId == organisationId)
            .GroupBy(v => new { v.MealPartnerId, v.CareSiteId, v.CareSite.Ward, v.CareSite.Name })
            .Select(g => new { g.Key, Count = g.Count(), Since = g.Min(v => v.PaidAt), Missing = g.Count(v => v.ShortAt != null) }).ToListAsync(cancel);
        return [.. rows.Select(r => new WaitingMeals(r.Key.MealPartnerId, r.Key.CareSiteId, r.Key.Ward, r.Key.Name, r.Count, r.Since, r.Missing)).OrderBy(w => w.Since)];
    }

    public static IQueryable<MealDelivery> DeliveriesOf(this SolidarityDb db, Guid organisationId) =>
        db.MealDeliveries.Include(d => d.CareSite).Where(d => d.MealPartner.Partner.OrganisationId == organisationId);
}
