using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Kitchen;

/// <summary>Plans a delivery: how many, which day, between which hours.</summary>
[Asks(Right.ServeMeals)]
public sealed class PlanModel(SolidarityDb db, PlanDelivery plan, Site site, TimeProvider clock) : FormPage
{
    public WaitingMeals Meals { get; private set; } = null!;

    public string Home => $"/workspace/organisations/{HttpContext.Workplace().Organisation}/kitchen";

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

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return Then(Home);
        (Count, Day) = (Meals.Count.ToString(CultureInfo.InvariantCulture), site.DayOf(clock.GetUtcNow()).AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        (From, Until) = ("11:30", "12:30");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel))
            return Then(Home);
        try
        {
            var delivery = await plan.RunAsync(Meals.MealPartnerId, Read(), HttpContext.Session().PersonId, cancel);
            return Then($"{Home}/deliveries/{delivery.Id}", "DonePlanned");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    /// <exception cref="Refusal">Something cannot be read.</exception>
    private DeliveryPlan Read()
    {
        var asked = new FormWords();
        asked.That(int.TryParse(Count, NumberStyles.None, CultureInfo.InvariantCulture, out var count), Reason.MealsNotPositive, "count");
        asked.That(DateOnly.TryParseExact(Day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day), Reason.DateNotValid, "day");
        asked.That(TimeOnly.TryParse(From, CultureInfo.InvariantCulture, out var from), Reason.TimeNotValid, "from");
        asked.That(TimeOnly.TryParse(Until, CultureInfo.InvariantCulture, out var until), Reason.TimeNotValid, "until");
        asked.Refuse();
        return new DeliveryPlan(Meals.CareSiteId, count, day, from, until);
    }

    /// <summary>What waits there, of this restaurant's own.</summary>
    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        var waiting = await db.WaitingAsync(HttpContext.Workplace().OrganisationId, cancel);
        if (waiting.Find(w => w.MealPartnerId == Cook && w.CareSiteId == Ward) is not { } meals)
            return false;
        Meals = meals;
        return true;
    }
}
