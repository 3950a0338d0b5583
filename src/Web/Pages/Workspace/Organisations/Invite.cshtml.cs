using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Web.Forms;
using Solidarity.Web.Language;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Organisations;

/// <summary>Asks somebody by e-mail to belong to an organisation.</summary>
[Asks(Right.ManageTeam)]
public sealed class InviteModel(InviteMember invite) : FormPage, IAskForRole
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public OrganisationRole Role { get; set; } = OrganisationRole.Editor;

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public string? Greeting { get; set; }

    public void OnGet() => Language = HttpContext.ReaderLanguage();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var place = HttpContext.Workplace();
        try
        {
            await invite.RunAsync(place.OrganisationId, Email, Role, Greeting, Language ?? "", place.PersonId, cancel);
            return Then($"/workspace/organisations/{place.Organisation}/team", "InvitationSent");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
