using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Web.Account;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Organisations;

/// <summary>Leaving an organisation, which everybody in it may, once they have said so twice.</summary>
[Asks(Right.SeeWorkspace)]
[AsksAgain]
public sealed class LeaveModel(ChangeTeam change) : FormPage
{
    public string Organisation => HttpContext.Workplace().OrganisationName;

    public string Home => $"/workspace/organisations/{HttpContext.Workplace().Organisation}";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var place = HttpContext.Workplace();
        try
        {
            await change.RemoveAsync(place.OrganisationId, place.PersonId, place.PersonId, cancel);
            return Then("/workspace");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
