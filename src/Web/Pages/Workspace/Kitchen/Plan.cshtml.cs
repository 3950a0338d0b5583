using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Kitchen;

/// <summary>Plans a delivery: how many, which day, between which hours.</summary>
[Asks(Right.ServeMeals)]
public sealed class PlanModel(SolidarityDb db, PlanDelivery plan, Site site, TimeProvider clock) : KitchenPage
{
    /// <summary>How far ahead days are offered.</summary>
    private const int MostDays = 28;

    public WaitingMeals Meals { get; private set; } = null!;

    /// <summary>On which the restaurant cooks, as far as the programme goes.</summary>
    public List<DateOnly> Days { get; private set; } = [];

    public DateOnly Today => site.DayOf(clock.GetUtcNow());

    [BindProperty(SupportsGet = true)]
    public Guid Cook { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Ward { get; set; }

    [BindProperty]
    public string? Count { get; set; }

    [BindProperty]
    public string? Day { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? Until { get; set; }

    /// <param name="missing">Only what did not arrive before.</param>
    public async Task<IActionResult> OnGetAsync(bool missing, CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return Then(Home);
        Count = Math.Min(missing && Meals.Missing > 0 ? Meals.Missing : Meals.Count, MealDelivery.MostMeals).ToString(CultureInfo.InvariantCulture);
        Day = Days.Count > 0 ? Write(Days.Find(d => d > Today) is var next && next != default ? next : Days[0]) : null;
        // A ward eats at the same hour as last time.
        var last = await db.MealDeliveries.Where(d => d.MealPartnerId == Cook && d.CareSiteId == Ward).OrderByDescending(d => d.Number).Select(d => new { d.From, d.Until }).FirstOrDefaultAsync(cancel);
        (From, Until) = last is null ? ("11:30", "12:30") : ($"{last.From:HH\\:mm}", $"{last.Until:HH\\:mm}");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return Then(Home);
        try
        {
            var delivery = await plan.RunAsync(Meals.MealPartnerId, Planned(), Me, cancel);
            return Then($"{Home}/deliveries/{delivery.Id}", "DonePlanned");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    /// <exception cref="Refusal">Something cannot be read.</exception>
    private DeliveryPlan Planned()
    {
        var asked = new FormWords();
        asked.That(int.TryParse(Count, NumberStyles.None, CultureInfo.InvariantCulture, out var count), Reason.MealsNotPositive, "count");
        asked.That(Read(Day, out var day), Reason.DateNotValid, "day");
        asked.That(TimeOnly.TryParse(From, CultureInfo.InvariantCulture, out var from), Reason.TimeNotValid, "from");
        asked.That(TimeOnly.TryParse(Until, CultureInfo.InvariantCulture, out var until), Reason.TimeNotValid, "until");
        asked.Refuse();
        return new DeliveryPlan(Meals.CareSiteId, count, day, from, until);
    }

    /// <summary>What waits there, of this restaurant's own.</summary>
    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        var waiting = await db.WaitingAsync(OrganisationId, cancel);
        if (waiting.Find(w => w.MealPartnerId == Cook && w.CareSiteId == Ward) is not { } meals)
            return false;
        Meals = meals;
        var cook = await db.MealPartners.AsNoTracking().Include(p => p.Programme).SingleAsync(p => p.Id == Cook, cancel);
        Days = [.. Enumerable.Range(0, MostDays).Select(Today.AddDays).Where(d => d < cook.Programme.GivenBackFrom && cook.IsOpenOn(d))];
        return true;
    }
}
