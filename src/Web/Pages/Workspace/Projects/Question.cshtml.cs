using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>One question with its answer: a new one, or one that is there.</summary>
[Asks(Right.WriteWords)]
public sealed class QuestionModel(SolidarityDb db, ChangeLists change) : ProjectPage(db)
{
    [BindProperty]
    public string? Question { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    public bool IsNew { get; private set; } = true;

    public async Task<IActionResult> OnGetAsync([FromRoute(Name = "question")] Guid? id, CancellationToken cancel)
    {
        if (id is null)
            return Page();
        if (await Db.ProjectQuestions.SingleOrDefaultAsync(q => q.Id == id && q.ProjectId == Project.Id, cancel) is not { } row)
            return NotFound();
        (Question, Answer, IsNew) = (row.Question, row.Answer, false);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute(Name = "question")] Guid? id, CancellationToken cancel)
    {
        try
        {
            IsNew = id is null;
            MayShow();
            await change.SaveQuestionAsync(Project.Id, id, Question, Answer, Me, cancel);
            return Then($"{Home}/questions", "Saved");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
