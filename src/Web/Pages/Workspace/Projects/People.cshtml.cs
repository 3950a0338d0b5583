using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>The people whom the public page names, in its order. They need no account.</summary>
[Asks(Right.WriteWords)]
public sealed class PeopleModel(SolidarityDb db, ChangeLists change) : ProjectPage(db)
{
    public List<ProjectPerson> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Rows = await Db.ProjectPeople.AsNoTracking().Where(p => p.ProjectId == Project.Id).OrderBy(p => p.Position).ThenBy(p => p.Id).ToListAsync(cancel);

    public async Task<IActionResult> OnPostAsync(Guid? up, Guid? down, Guid? remove, CancellationToken cancel)
    {
        try
        {
            MayShow();
            if (remove is { } gone)
                await change.RemovePersonAsync(Project.Id, gone, Me, cancel);
            else if ((up ?? down) is { } moved)
                await change.MovePersonAsync(Project.Id, moved, up is not null, cancel);
            return Then($"{Home}/team", remove is null ? null : "RowRemoved");
        }
        catch (Refusal refusal)
        {
            await OnGetAsync(cancel);
            return Refused(refusal);
        }
    }
}
