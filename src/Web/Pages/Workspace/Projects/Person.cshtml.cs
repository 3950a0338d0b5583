using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>Somebody whom the public page names: a new one, or one that is there.</summary>
[Asks(Right.WriteWords)]
public sealed class PersonModel(SolidarityDb db, ChangeLists change) : ProjectPage(db)
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Part { get; set; }

    public bool IsNew { get; private set; } = true;

    public async Task<IActionResult> OnGetAsync([FromRoute(Name = "person")] Guid? id, CancellationToken cancel)
    {
        if (id is null)
            return Page();
        if (await Db.ProjectPeople.SingleOrDefaultAsync(p => p.Id == id && p.ProjectId == Project.Id, cancel) is not { } row)
            return NotFound();
        (Name, Part, IsNew) = (row.Name, row.Part, false);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute(Name = "person")] Guid? id, CancellationToken cancel)
    {
        try
        {
            IsNew = id is null;
            MayShow();
            await change.SavePersonAsync(Project.Id, id, Name, Part, Me, cancel);
            return Then($"{Home}/team", "Saved");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
