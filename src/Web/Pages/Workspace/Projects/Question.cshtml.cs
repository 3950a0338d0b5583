using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>One question with its answer: a new one, or one that is there.</summary>
[Asks(Right.WriteWords)]
public sealed class QuestionModel(SolidarityDb db, ChangeLists change) : RowPage(db)
{
    [BindProperty]
    public string? Question { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    protected override string List => $"{Home}/questions";

    protected override async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        if (await Db.ProjectQuestions.SingleOrDefaultAsync(r => r.Id == id && r.ProjectId == Project.Id, cancel) is not { } row)
            return false;
        (Question, Answer) = (row.Question, row.Answer);
        return true;
    }

    protected override Task SaveAsync(Guid? id, CancellationToken cancel) => change.SaveQuestionAsync(Project.Id, id, Question, Answer, Me, cancel);
}
