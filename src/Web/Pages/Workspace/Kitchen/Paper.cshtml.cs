using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Kitchen;

/// <summary>An offline sheet, made to be printed; its QR code leads to where it is typed in.</summary>
[Asks(Right.ServeMeals)]
public sealed class PaperModel(SolidarityDb db) : KitchenPage
{
    public CounterSheet Sheet { get; private set; } = null!;

    public string Entry => $"/workspace/organisations/{HttpContext.Workplace().Organisation}/kitchen/sheets/{Sheet.Number}";

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel)
    {
        if (await db.CounterSheets.AsNoTracking().SingleOrDefaultAsync(s => s.OrganisationId == OrganisationId && s.Number == number, cancel) is not { } sheet)
            return NotFound();
        Sheet = sheet;
        return Page();
    }
}
