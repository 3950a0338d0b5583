using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Reports;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Moderation;

/// <summary>One report, others about the same thing, and the decision.</summary>
[Asks(Right.Moderate)]
public sealed class ReportModel(SolidarityDb db, DecideReport decide, BringBack bringBack) : FormPage
{
    public Report Report { get; private set; } = null!;

    /// <summary>Other open ones about the same thing, the oldest of them: all are answered with it.</summary>
    public List<Report> Same { get; private set; } = [];

    /// <summary>There are more of them than are shown.</summary>
    public bool MoreOfSame { get; private set; }

    [BindProperty]
    public string? Reasons { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostActAsync(Guid id, CancellationToken cancel) => DecideAsync(id, true, "DoneTakenAway", cancel);

    public Task<IActionResult> OnPostDismissAsync(Guid id, CancellationToken cancel) => DecideAsync(id, false, "DoneDismissed", cancel);

    public Task<IActionResult> OnPostBringBackAsync(Guid id, CancellationToken cancel) =>
        DoAsync(id, () => bringBack.RunAsync(id, HttpContext.Session().PersonId, Reasons, cancel), "DoneBroughtBack", cancel);

    private Task<IActionResult> DecideAsync(Guid id, bool act, string done, CancellationToken cancel) =>
        DoAsync(id, () => decide.RunAsync(id, HttpContext.Session().PersonId, act, Reasons, cancel), done, cancel);

    private async Task<IActionResult> DoAsync(Guid id, Func<Task> act, string done, CancellationToken cancel)
    {
        try
        {
            await act();
            return Then("/moderation", done);
        }
        catch (Refusal refusal)
        {
            return await FindAsync(id, cancel) ? Refused(refusal) : NotFound();
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var report = await db.Reports.AsNoTracking().Include(r => r.Project).SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (report is null)
            return false;
        Report = report;
        Same = await db.Reports.AsNoTracking().Where(r => r.SubjectId == report.SubjectId && r.Id != id && r.Outcome == ReportOutcome.Open).OrderBy(r => r.At).Take(Paging.PerPage + 1).ToListAsync(cancel);
        MoreOfSame = Same.Cut();
        return true;
    }
}
