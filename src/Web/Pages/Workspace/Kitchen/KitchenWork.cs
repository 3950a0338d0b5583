using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;

namespace Solidarity.Web.Pages.Workspace.Kitchen;

/// <param name="Since">When the oldest of them was paid for.</param>
/// <param name="Missing">How many of them did not arrive with an earlier delivery.</param>
/// <param name="Given">How many of them another restaurant gave up.</param>
public sealed record WaitingMeals(Guid MealPartnerId, Guid CareSiteId, string Ward, string Hospital, int Count, DateTimeOffset Since, int Missing, int Given);

/// <summary>The buttons that say how far a delivery is.</summary>
/// <param name="Home">Of the restaurant's kitchen, which takes what they say.</param>
public sealed record DeliveryMoves(string Home, MealDelivery Delivery);

/// <summary>What a restaurant has to do: only its own.</summary>
public static class KitchenWork
{
    /// <summary>By ward; what has waited longest first.</summary>
    public static async Task<List<WaitingMeals>> WaitingAsync(this SolidarityDb db, Guid organisationId, CancellationToken cancel)
    {
        var rows = await db.MealVouchers.Waiting().Where(v => v.MealPartner.Partner.OrganisationId == organisationId)
            .Select(v => new { v.MealPartnerId, v.CareSiteId, v.CareSite.Ward, v.CareSite.Name, v.PaidAt, IsShort = v.ShortAt != null, IsGiven = v.Order.MealPartnerId != v.MealPartnerId })
            .GroupBy(v => new { v.MealPartnerId, v.CareSiteId, v.Ward, v.Name })
            .Select(g => new { g.Key, Count = g.Count(), Since = g.Min(v => v.PaidAt), Missing = g.Count(v => v.IsShort), Given = g.Count(v => v.IsGiven) }).ToListAsync(cancel);
        return [.. rows.Select(r => new WaitingMeals(r.Key.MealPartnerId, r.Key.CareSiteId, r.Key.Ward, r.Key.Name, r.Count, r.Since, r.Missing, r.Given)).OrderBy(w => w.Since)];
    }

    public static IQueryable<MealDelivery> DeliveriesOf(this SolidarityDb db, Guid organisationId) =>
        db.MealDeliveries.Include(d => d.CareSite).Where(d => d.MealPartner.Partner.OrganisationId == organisationId);

    /// <summary>Between which hours: 11:30–12:30.</summary>
    public static string Slot(this MealDelivery delivery) => $"{delivery.From:HH\\:mm}–{delivery.Until:HH\\:mm}";
}
