using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Jobs.PayoutReports;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.BeingPaid;

/// <summary>One payout report, as its document says it.</summary>
[Asks(Right.SeeMoney)]
public sealed class ReportModel(SolidarityDb db, ReadPayoutReport read) : PageModel
{
    public PayoutReportContent Shown { get; private set; } = null!;

    public string Home => $"/workspace/organisations/{HttpContext.Workplace().Organisation}/money";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var organisation = HttpContext.Workplace().OrganisationId;
        if (await db.PayoutReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.Partner.OrganisationId == organisation, cancel) is not { } report)
            return NotFound();
        Shown = await read.RunAsync(report, cancel);
        return Page();
    }
}
