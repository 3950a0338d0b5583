using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Kitchen;

public sealed record SheetRow(int Number, DateOnly Day, int Served);

/// <summary>Sheets of paper for a counter without net: makes one for a day, and lists the last.</summary>
[Asks(Right.ServeMeals)]
public sealed class SheetsModel(SolidarityDb db, MakeSheet make, Site site, TimeProvider clock) : KitchenPage
{
    private const int Newest = 30;

    [BindProperty]
    public string? Day { get; set; }

    public List<SheetRow> Sheets { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel)
    {
        Day = Write(site.DayOf(clock.GetUtcNow()));
        return ReadAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        try
        {
            if (!Read(Day, out var day))
                throw new Refusal(Reason.DateNotValid, "day");
            var sheet = await make.RunAsync(OrganisationId, day, Me, cancel);
            return Then($"{Home}/sheets/{sheet.Number}/paper");
        }
        catch (Refusal refusal)
        {
            await ReadAsync(cancel);
            return Refused(refusal);
        }
    }

    private async Task ReadAsync(CancellationToken cancel)
    {
        Sheets = await db.CounterSheets.Where(s => s.OrganisationId == OrganisationId).OrderByDescending(s => s.Number).Take(Newest)
            .Select(s => new SheetRow(s.Number, s.Day, s.Lines.Count)).ToListAsync(cancel);
    }
}
