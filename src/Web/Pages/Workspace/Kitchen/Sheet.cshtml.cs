using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Kitchen;

/// <summary>A meal that was served by the sheet.</summary>
/// <param name="At">When it was eaten.</param>
/// <param name="By">Who typed it in.</param>
public sealed record SheetLine(string Code, DateTimeOffset At, string By, DateTimeOffset EnteredAt);

/// <summary>Types in what was written on an offline sheet. What could not be served stays in the form, each line with its answer; sent again, nothing changes.</summary>
[Asks(Right.ServeMeals)]
public sealed class SheetModel(SolidarityDb db, EnterSheet enter) : KitchenPage
{
    public CounterSheet Sheet { get; private set; } = null!;

    [BindProperty]
    public string? Lines { get; set; }

    public List<SheetAnswer> Answers { get; private set; } = [];

    public List<SheetLine> Served { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel))
            return NotFound();
        await ReadAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel))
            return NotFound();
        try
        {
            Answers = await enter.RunAsync(Sheet, Lines, Me, cancel);
            if (Answers.TrueForAll(a => a.Refused is null))
                return Then($"{Home}/sheets/{number}", "DoneEntered");
            throw new Refusal(Reason.LinesNotServed, "lines", Answers.Count(a => a.Refused is not null));
        }
        catch (Refusal refusal)
        {
            // What was served need not be typed again.
            if (Answers.Count > 0)
                Lines = string.Join('\n', Answers.Where(a => a.Refused is not null).Select(a => a.Typed));
            await ReadAsync(cancel);
            return Refused(refusal);
        }
    }

    private async Task<bool> FindAsync(int number, CancellationToken cancel)
    {
        if (await db.CounterSheets.AsNoTracking().SingleOrDefaultAsync(s => s.OrganisationId == OrganisationId && s.Number == number, cancel) is not { } sheet)
            return false;
        Sheet = sheet;
        return true;
    }

    private async Task ReadAsync(CancellationToken cancel) => Served = await db.CounterSheetLines.Where(l => l.SheetId == Sheet.Id).OrderBy(l => l.EnteredAt).ThenBy(l => l.VoucherId)
        .Select(l => new SheetLine(l.Voucher.Code, l.Voucher.Moves.Where(m => m.To == VoucherStatus.Redeemed).OrderByDescending(m => m.Id).Select(m => m.At).First(), l.EnteredBy.Name, l.EnteredAt))
        .ToListAsync(cancel);
}
