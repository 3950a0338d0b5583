using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Kitchen;

/// <summary>The slip that goes with a delivery, made to be printed.</summary>
[Asks(Right.SeeWorkspace)]
public sealed class DeliveryModel(SolidarityDb db) : KitchenPage
{
    public MealDelivery Delivery { get; private set; } = null!;

    public List<TeamWord> Words { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var delivery = await db.DeliveriesOf(OrganisationId).AsNoTracking().Include(d => d.MealPartner).ThenInclude(p => p.Partner).ThenInclude(p => p.Organisation)
            .SingleOrDefaultAsync(d => d.Id == id, cancel);
        if (delivery is null)
            return NotFound();
        Delivery = delivery;
        Words = await db.TeamWordsOf(id).ToListAsync(cancel);
        return Page();
    }
}
