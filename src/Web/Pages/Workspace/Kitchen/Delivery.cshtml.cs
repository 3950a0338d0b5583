using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Kitchen;

/// <summary>The slip that goes with a delivery, made to be printed.</summary>
[Asks(Right.SeeWorkspace)]
public sealed class DeliveryModel(SolidarityDb db) : FormPage
{
    public MealDelivery Delivery { get; private set; } = null!;

    public List<string> Words { get; private set; } = [];

    public string Home => $"/workspace/organisations/{HttpContext.Workplace().Organisation}/kitchen";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var delivery = await db.DeliveriesOf(HttpContext.Workplace().OrganisationId).AsNoTracking().Include(d => d.MealPartner).ThenInclude(p => p.Partner).ThenInclude(p => p.Organisation)
            .SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (delivery is null)
            return NotFound();
        Delivery = delivery;
        // What givers wrote to the team, where no moderator took it away.
        Words = await db.MealVouchers.Where(v => v.DeliveryId == id && v.Donation.Message != null && v.Donation.WordsHiddenAt == null)
            .Select(v => v.Donation.Message!).Distinct().Order().Take(MealDelivery.MostMeals).ToListAsync(cancel);
        return Page();
    }
}
