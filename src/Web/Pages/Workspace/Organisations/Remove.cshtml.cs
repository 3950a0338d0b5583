using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Organisations;

/// <summary>Takes somebody off the team, once it was asked whether that is meant.</summary>
[Asks(Right.ManageTeam)]
public sealed class RemoveModel(SolidarityDb db, ChangeTeam change) : FormPage
{
    public string Name { get; private set; } = "";

    public string Team => $"/workspace/organisations/{HttpContext.Workplace().Organisation}/team";

    public async Task<IActionResult> OnGetAsync(Guid person, CancellationToken cancel)
    {
        var organisation = HttpContext.Workplace().OrganisationId;
        if (await db.Memberships.Where(m => m.OrganisationId == organisation && m.PersonId == person).Select(m => m.Person.Name).SingleOrDefaultAsync(cancel) is not { } name)
            return NotFound();
        Name = name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid person, CancellationToken cancel)
    {
        if (await OnGetAsync(person, cancel) is not PageResult)
            return NotFound();
        var place = HttpContext.Workplace();
        try
        {
            await change.RemoveAsync(place.OrganisationId, person, place.PersonId, cancel);
            return person == place.PersonId ? Then("/workspace") : Then(Team, "Removed");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
