using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>Somebody whom the public page names: a new one, or one that is there.</summary>
[Asks(Right.WriteWords)]
public sealed class PersonModel(SolidarityDb db, ChangeLists change) : RowPage(db)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Part { get; set; }

    protected override string List => $"{Home}/team";

    protected override async Task<bool> ReadAsync(Guid id, CancellationToken cancel)
    {
        if (await Db.ProjectPeople.SingleOrDefaultAsync(r => r.Id == id && r.ProjectId == Project.Id, cancel) is not { } row)
            return false;
        (Name, Part) = (row.Name, row.Part);
        return true;
    }

    protected override Task SaveAsync(Guid? id, CancellationToken cancel) => change.SavePersonAsync(Project.Id, id, Name, Part, Me, cancel);
}
