using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Jobs.PayoutReports;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Administration;

/// <summary>One payout report of any partner, as the partner sees it.</summary>
[Asks(Right.Administer)]
public sealed class ReportModel(SolidarityDb db, ReadPayoutReport read) : PageModel
{
    public PayoutReportContent Shown { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (await db.PayoutReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } report)
            return NotFound();
        Shown = await read.RunAsync(report, cancel);
        return Page();
    }
}
