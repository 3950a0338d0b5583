using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Organisations;

/// <summary>Who belongs to an organisation, and who is invited.</summary>
[Asks(Right.ManageTeam)]
public sealed class TeamModel(SolidarityDb db, InviteMember invite, TimeProvider clock) : FormPage
{
    public List<MemberRow> Members { get; private set; } = [];

    public List<InvitationRow> Invitations { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var organisation = HttpContext.Workplace().OrganisationId;
        Now = clock.GetUtcNow();
        Members = await db.Memberships.Where(m => m.OrganisationId == organisation).OrderBy(m => m.Since).ThenBy(m => m.PersonId)
            .Select(m => new MemberRow(m.PersonId, m.Person.Name, m.Person.Email!, m.Role)).ToListAsync(cancel);
        Invitations = await db.Invitations.Where(i => i.OrganisationId == organisation && i.AcceptedAt == null && i.WithdrawnAt == null).OrderBy(i => i.CreatedAt)
            .Select(i => new InvitationRow(i.Id, i.Email, i.Role, i.ExpiresAt)).ToListAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(Guid? resend, Guid? withdraw, CancellationToken cancel)
    {
        var place = HttpContext.Workplace();
        try
        {
            if (resend is { } again)
                await invite.ResendAsync(place.OrganisationId, again, place.PersonId, cancel);
            else if (withdraw is { } gone)
                await invite.WithdrawAsync(place.OrganisationId, gone, place.PersonId, cancel);
            return Then($"/workspace/organisations/{place.Organisation}/team", resend is null ? "Withdrawn" : "SentAgain");
        }
        catch (Refusal refusal)
        {
            await OnGetAsync(cancel);
            return Refused(refusal);
        }
    }

    public sealed record MemberRow(Guid PersonId, string Name, string Email, OrganisationRole Role);

    public sealed record InvitationRow(Guid Id, string Email, OrganisationRole Role, DateTimeOffset ExpiresAt);
}
