using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Kitchen;

/// <summary>Asks before a planned delivery is called off: a thumb slips.</summary>
[Asks(Right.ServeMeals)]
public sealed class CallOffModel(SolidarityDb db, MoveDelivery move) : KitchenPage
{
    public MealDelivery Delivery { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel))
            return NotFound();
        try
        {
            await move.CallOffAsync(id, Delivery.MealPartnerId, Me, cancel);
            return Then(Home, "DoneCalledOff");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await db.DeliveriesOf(OrganisationId).AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } delivery)
            return false;
        Delivery = delivery;
        return true;
    }
}
