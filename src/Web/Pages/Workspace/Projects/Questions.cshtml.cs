using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>What readers ask, in the order in which the public page shows it.</summary>
[Asks(Right.WriteWords)]
public sealed class QuestionsModel(SolidarityDb db, ChangeLists change) : ListPage(db)
{
    public override string RowPath => $"{Home}/question";

    public override string NewRow => "NewQuestion";

    protected override Task<List<ListedRow>> ReadAsync(CancellationToken cancel) =>
        Db.ProjectQuestions.Where(r => r.ProjectId == Project.Id).OrderBy(r => r.Position).ThenBy(r => r.Id).Select(r => new ListedRow(r.Id, r.Question, null)).ToListAsync(cancel);

    protected override Task RemoveAsync(Guid id, CancellationToken cancel) => change.RemoveQuestionAsync(Project.Id, id, Me, cancel);

    protected override Task MoveAsync(Guid id, bool up, CancellationToken cancel) => change.MoveQuestionAsync(Project.Id, id, up, cancel);
}
