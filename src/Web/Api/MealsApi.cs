using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Meals;
using Solidarity.Web.Pages.Campaigns;

namespace Solidarity.Web.Api;

/// <param name="UnitPrice">Of one meal, in minor units.</param>
/// <param name="Rule">What happens to meals that are not delivered by <paramref name="DeliverBy"/>.</param>
/// <param name="DeliverBy">The last day on which meals are delivered.</param>
/// <param name="Sites">Wards that take meals now.</param>
/// <param name="Cooked">Of those paid; as the two that follow, each contained in the one before.</param>
/// <param name="Redeemed">Eaten at the counter.</param>
/// <param name="Refunded">Of those paid: given back.</param>
public sealed record ProgrammeAnswer(
    long UnitPrice, UndeliveredRule Rule, DateOnly DeliverBy, IReadOnlyList<RestaurantAnswer> Restaurants, IReadOnlyList<SiteAnswer> Sites,
    int Paid, int Cooked, int Delivered, int Confirmed, int Redeemed, int Refunded);

/// <param name="Cooks">Whether it takes orders now, as far as it has places.</param>
/// <param name="Free">How many meals can be bought from it now.</param>
public sealed record RestaurantAnswer(Guid Id, string Name, string City, string Words, string Language, bool Cooks, int Free);

public sealed record SiteAnswer(Guid Id, string Name, string Ward, string City);

/// <param name="Steps">What happened to them, the earliest first.</param>
/// <param name="Next">What is to come; null once it is over.</param>
public sealed record GiftMealsAnswer(string Restaurant, string Site, int Count, IReadOnlyList<MealStepAnswer> Steps, MealStep? Next);

public sealed record MealStepAnswer(MealStep What, DateTimeOffset At);

/// <summary>The meals in other answers.</summary>
internal static class MealsApi
{
    /// <returns>Null for campaigns of other kinds.</returns>
    public static async Task<ProgrammeAnswer?> ProgrammeAsync(SolidarityDb db, Campaign campaign, DateOnly today, CancellationToken cancel)
    {
        if (await ProgrammeShown.FindAsync(db, campaign, false, today, cancel) is not { Menu: { } menu } shown)
            return null;
        var sums = shown.Sums;
        return new(
            menu.Programme.UnitMinor, menu.Programme.Rule, menu.Programme.DeliverBy,
            [.. menu.Partners.Select(p => new RestaurantAnswer(p.Id, p.Partner.Name, p.City, p.Words, p.Language, p.Cooks, shown.Free[p.Id]))],
            [.. menu.Sites.Select(s => new SiteAnswer(s.Id, s.Name, s.Ward, s.City))],
            sums.Paid, sums.Cooked, sums.Delivered, sums.Confirmed, sums.Redeemed, sums.Refunded);
    }

    /// <returns>Null where there are none.</returns>
    public static async Task<IReadOnlyList<GiftMealsAnswer>?> OfGiftAsync(SolidarityDb db, Guid donationId, CancellationToken cancel) =>
        await db.MealsOfAsync(donationId, cancel) is { Count: > 0 } meals
            ? [.. meals.Select(m => new GiftMealsAnswer(m.Restaurant, m.Ward, m.Count, [.. m.Steps.Select(s => new MealStepAnswer(s.Step, s.At))], m.Next))]
            : null;
}
