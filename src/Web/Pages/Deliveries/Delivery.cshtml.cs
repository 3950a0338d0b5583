using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Web.Forms;
using Solidarity.Web.People;
using Solidarity.Web.Safety;

namespace Solidarity.Web.Pages.Deliveries;

/// <summary>The ward says what arrived. Who has the link may: it stands on the slip and in the ward's mail.</summary>
[EnableRateLimiting(SafetySetup.Following)]
[Everyone]
public sealed class DeliveryModel(SolidarityDb db, ConfirmDelivery confirm) : FormPage
{
    public MealDelivery Delivery { get; private set; } = null!;

    [BindProperty]
    public string? Arrived { get; set; }

    [BindProperty]
    public string? Problem { get; set; }

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken cancel)
    {
        if (!await FindAsync(token, cancel))
            return NotFound();
        Arrived = Delivery.Count.ToString(CultureInfo.InvariantCulture);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string token, CancellationToken cancel)
    {
        if (!await FindAsync(token, cancel))
            return NotFound();
        try
        {
            if (!int.TryParse(Arrived, NumberStyles.None, CultureInfo.InvariantCulture, out var arrived))
                throw new Refusal(Reason.MealsNotInDelivery, "arrived", Delivery.Count);
            await confirm.RunAsync(Delivery.Id, arrived, Problem, cancel);
            return Then($"/deliveries/{token}", "DoneConfirmed");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    private async Task<bool> FindAsync(string token, CancellationToken cancel)
    {
        Response.KeepSecret();
        var delivery = await db.MealDeliveries.AsNoTracking().Include(d => d.CareSite).Include(d => d.MealPartner).ThenInclude(p => p.Partner).SingleOrDefaultAsync(d => d.Token == token, cancel);
        if (delivery is null)
            return false;
        Delivery = delivery;
        return true;
    }
}
