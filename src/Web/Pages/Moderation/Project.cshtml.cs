using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Reports;
using Solidarity.Domain.Reviews;
using Solidarity.Web.Forms;
using Solidarity.Web.People;
using Solidarity.Web.Trail;

namespace Solidarity.Web.Pages.Moderation;

/// <summary>One project for a moderator: its state, what was decided and why; suspend, reinstate, mark the organisation verified.</summary>
[Asks(Right.Moderate)]
public sealed class ProjectModel(SolidarityDb db, SuspendProject suspend, VerifyOrganisation verify) : FormPage
{
    private const int Most = 100;

    public Project Project { get; private set; } = null!;

    /// <summary>What was taken away of it and not brought back, the newest first: a report each.</summary>
    public List<Report> TakenAway { get; private set; } = [];

    public List<TrailRow> Trail { get; private set; } = [];

    [BindProperty]
    public string? Reasons { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel) => await FindAsync(slug, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostSuspendAsync(string slug, CancellationToken cancel) => DoAsync(slug, id => suspend.SuspendAsync(id, Me, Reasons, cancel), cancel);

    public Task<IActionResult> OnPostReinstateAsync(string slug, CancellationToken cancel) => DoAsync(slug, id => suspend.ReinstateAsync(id, Me, Reasons, cancel), cancel);

    public Task<IActionResult> OnPostVerifyAsync(string slug, CancellationToken cancel) => DoAsync(slug, _ => verify.RunAsync(Project.OrganisationId, Me, Reasons, cancel), cancel);

    private Guid Me => HttpContext.Session().PersonId;

    private async Task<IActionResult> DoAsync(string slug, Func<Guid, Task> act, CancellationToken cancel)
    {
        if (!await FindAsync(slug, cancel))
            return NotFound();
        try
        {
            await act(Project.Id);
            return Then($"/moderation/projects/{Project.Slug}", "DoneNoted");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancel)
    {
        var project = await db.Projects.AsNoTracking().Include(p => p.Organisation).Include(p => p.Campaigns).SingleOrDefaultAsync(p => p.Slug == slug, cancel);
        if (project is null)
            return false;
        Project = project;
        TakenAway = [.. (await db.Reports.AsNoTracking().Where(r => r.ProjectId == project.Id && r.Outcome == ReportOutcome.Acted && r.Kind != ReportedKind.Project)
            .OrderByDescending(r => r.DecidedAt).Take(Most).ToListAsync(cancel)).DistinctBy(r => r.SubjectId)];
        Trail = TrailRows.Masked(await db.Trail.Where(t => t.OrganisationId == project.OrganisationId).RowsAsync(db, null, r => HttpContext.Session().PlatformRole.Has(r), cancel));
        Trail.Cut();
        return true;
    }
}
