using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Kitchen;

/// <summary>The kitchen's sheet for a day: how many for whom, and when. What was called off is not cooked.</summary>
[Asks(Right.SeeWorkspace)]
public sealed class DayModel(SolidarityDb db) : KitchenPage
{
    public DateOnly Day { get; private set; }

    public List<MealDelivery> Deliveries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string day, CancellationToken cancel)
    {
        // The days beside the first and the last one must be days too.
        if (!Read(day, out var date) || date <= DateOnly.MinValue || date >= DateOnly.MaxValue)
            return NotFound();
        Day = date;
        Deliveries = await db.DeliveriesOf(OrganisationId).AsNoTracking().Include(d => d.MealPartner).ThenInclude(p => p.Programme).ThenInclude(p => p.Campaign)
            .Where(d => d.Day == date && d.Status != DeliveryStatus.CalledOff).OrderBy(d => d.From).ThenBy(d => d.Number).ToListAsync(cancel);
        return Page();
    }
}
