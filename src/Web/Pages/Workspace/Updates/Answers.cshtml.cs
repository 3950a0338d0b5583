using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Reports;
using Solidarity.Domain.Trail;
using Solidarity.Domain.Updates;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Updates;

/// <summary>What readers answered, with a way to take out of sight what hurts.</summary>
[Asks(Right.PublishWords)]
public sealed class AnswersModel(SolidarityDb db, TimeProvider clock) : FormPage
{
    private const int Most = 500;

    public string Title { get; private set; } = "";

    public List<UpdateAnswer> Answers { get; private set; } = [];

    /// <summary>Answers that a moderator took away: nobody here shows them again.</summary>
    public HashSet<Guid> TakenAway { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        var projectId = HttpContext.Workplace().ProjectId;
        if (await db.Updates.Where(u => u.ProjectId == projectId && u.Id == id).Select(u => u.Title).SingleOrDefaultAsync(cancel) is not { } title)
            return NotFound();
        Title = title;
        Answers = await db.UpdateAnswers.AsNoTracking().Where(a => a.UpdateId == id).OrderByDescending(a => a.At).Take(Most).ToListAsync(cancel);
        TakenAway = await TakenAwayByModerator.Where(r => db.UpdateAnswers.Any(a => a.UpdateId == id && a.Id == r.SubjectId)).Select(r => r.SubjectId).ToHashSetAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string project, Guid id, Guid answer, bool hide, CancellationToken cancel)
    {
        var workplace = HttpContext.Workplace();
        var found = await db.UpdateAnswers.SingleOrDefaultAsync(a => a.Id == answer && a.UpdateId == id && a.Update.ProjectId == workplace.ProjectId, cancel);
        if (found is null || await TakenAwayByModerator.AnyAsync(r => r.SubjectId == answer, cancel))
            return NotFound();
        found.HiddenAt = hide ? found.HiddenAt ?? clock.GetUtcNow() : null;
        db.Note(hide ? "AnswerHidden" : "AnswerShown", workplace.PersonId, clock.GetUtcNow(), workplace.OrganisationId, found.Id, found.Name, found.Words);
        await db.SaveChangesAsync(cancel);
        return Then($"/workspace/projects/{project}/updates/{id}/answers");
    }

    private IQueryable<Report> TakenAwayByModerator => db.Reports.Where(r => r.Kind == ReportedKind.Answer && r.Outcome == ReportOutcome.Acted);
}
