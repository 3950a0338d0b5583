using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Updates;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Updates;

/// <summary>What readers answered, with a way to take out of sight what hurts.</summary>
[Asks(Right.PublishWords)]
public sealed class AnswersModel(SolidarityDb db, HideAnswer hide) : FormPage
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
        TakenAway = await db.TakenAway().Where(r => db.UpdateAnswers.Any(a => a.UpdateId == id && a.Id == r.SubjectId)).Select(r => r.SubjectId).ToHashSetAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string project, Guid id, Guid answer, [FromForm(Name = "hide")] bool away, CancellationToken cancel)
    {
        var workplace = HttpContext.Workplace();
        try
        {
            await hide.RunAsync(workplace.ProjectId!.Value, id, answer, away, workplace.PersonId, cancel);
            return Then($"/workspace/projects/{project}/updates/{id}/answers");
        }
        catch (Refusal)
        {
            return NotFound();
        }
    }
}
