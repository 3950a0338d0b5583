using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Organisations;

/// <summary>One member: another role, or no membership any more.</summary>
[Asks(Right.ManageTeam)]
public sealed class MemberModel(SolidarityDb db, ChangeTeam change) : FormPage, IAskForRole
{
    [BindProperty]
    public OrganisationRole Role { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid person, CancellationToken cancel)
    {
        if (await FindAsync(person, cancel) is not { } member)
            return NotFound();
        (Name, Role) = (member.Person.Name, member.Role);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid person, bool remove, CancellationToken cancel)
    {
        var place = HttpContext.Workplace();
        if (await FindAsync(person, cancel) is not { } member)
            return NotFound();
        try
        {
            if (remove)
                await change.RemoveAsync(place.OrganisationId, person, place.PersonId, cancel);
            else
                await change.ChangeRoleAsync(place.OrganisationId, person, Role, place.PersonId, cancel);
            // Whoever took themselves off the list, or may not see it any more, is at home elsewhere.
            return person == place.PersonId ? Then("/workspace") : Then($"/workspace/organisations/{place.Organisation}/team", remove ? "Removed" : "Saved");
        }
        catch (Refusal refusal)
        {
            Name = member.Person.Name;
            return Refused(refusal);
        }
    }

    private Task<Membership?> FindAsync(Guid person, CancellationToken cancel) =>
        db.Memberships.AsNoTracking().Include(m => m.Person).SingleOrDefaultAsync(m => m.OrganisationId == HttpContext.Workplace().OrganisationId && m.PersonId == person, cancel);
}
