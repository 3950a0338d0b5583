using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Organisations;

/// <summary>One member: another role, or the way to no membership any more.</summary>
[Asks(Right.ManageTeam)]
public sealed class MemberModel(SolidarityDb db, ChangeTeam change) : FormPage, IAskForRole
{
    [BindProperty]
    public OrganisationRole Role { get; set; }

    public string Name { get; private set; } = "";

    public bool IsMe { get; private set; }

    public string Home => $"/workspace/organisations/{HttpContext.Workplace().Organisation}";

    public async Task<IActionResult> OnGetAsync(Guid person, CancellationToken cancel)
    {
        if (await FindAsync(person, cancel) is not { } member)
            return NotFound();
        Role = member.Role;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid person, CancellationToken cancel)
    {
        var place = HttpContext.Workplace();
        if (await FindAsync(person, cancel) is null)
            return NotFound();
        try
        {
            await change.ChangeRoleAsync(place.OrganisationId, person, Role, place.PersonId, cancel);
            // Whoever may not see the list any more is at home elsewhere.
            return person == place.PersonId ? Then("/workspace") : Then($"{Home}/team", "Saved");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    private async Task<Membership?> FindAsync(Guid person, CancellationToken cancel)
    {
        var place = HttpContext.Workplace();
        var member = await db.Memberships.AsNoTracking().Include(m => m.Person).SingleOrDefaultAsync(m => m.OrganisationId == place.OrganisationId && m.PersonId == person, cancel);
        (Name, IsMe) = (member?.Person.Name ?? "", person == place.PersonId);
        return member;
    }
}
