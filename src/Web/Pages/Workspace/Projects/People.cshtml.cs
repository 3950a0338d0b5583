using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>The people whom the public page names, in its order. They need no account.</summary>
[Asks(Right.WriteWords)]
public sealed class PeopleModel(SolidarityDb db, ChangeLists change) : ListPage(db)
{
    public override string RowPath => $"{Home}/person";

    public override string NewRow => "NewPerson";

    public override string? LanguageOfNames => null;

    protected override Task<List<ListedRow>> ReadAsync(CancellationToken cancel) =>
        Db.ProjectPeople.Where(r => r.ProjectId == Project.Id).OrderBy(r => r.Position).ThenBy(r => r.Id).Select(r => new ListedRow(r.Id, r.Name, r.Part)).ToListAsync(cancel);

    protected override Task RemoveAsync(Guid id, CancellationToken cancel) => change.RemovePersonAsync(Project.Id, id, Me, cancel);

    protected override Task MoveAsync(Guid id, bool up, CancellationToken cancel) => change.MovePersonAsync(Project.Id, id, up, cancel);
}
