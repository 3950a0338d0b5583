using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>What readers ask, in the order in which the public page shows it.</summary>
[Asks(Right.WriteWords)]
public sealed class QuestionsModel(SolidarityDb db, ChangeLists change) : ProjectPage(db)
{
    public List<ProjectQuestion> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Rows = await Db.ProjectQuestions.AsNoTracking().Where(q => q.ProjectId == Project.Id).OrderBy(q => q.Position).ThenBy(q => q.Id).ToListAsync(cancel);

    public async Task<IActionResult> OnPostAsync(Guid? up, Guid? down, Guid? remove, CancellationToken cancel)
    {
        try
        {
            MayShow();
            if (remove is { } gone)
                await change.RemoveQuestionAsync(Project.Id, gone, Me, cancel);
            else if ((up ?? down) is { } moved)
                await change.MoveQuestionAsync(Project.Id, moved, up is not null, cancel);
            return Then($"{Home}/questions", remove is null ? null : "RowRemoved");
        }
        catch (Refusal refusal)
        {
            await OnGetAsync(cancel);
            return Refused(refusal);
        }
    }
}

/// <summary>The buttons of one row of a list that people put in order.</summary>
public sealed record RowButtons(Guid Id, string Name, string Language, bool First, bool Last);
