using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Organisations;

/// <summary>What an organisation says of itself.</summary>
[Asks(Right.ManageTeam)]
public sealed class DetailsModel(SolidarityDb db, ChangeOrganisation change) : FormPage, IAskForOrganisation
{
    [BindProperty(Name = "")]
    public OrganisationFields Fields { get; set; } = new();

    public async Task OnGetAsync(CancellationToken cancel) =>
        Fields = OrganisationFields.Of(await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == HttpContext.Workplace().OrganisationId, cancel));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var place = HttpContext.Workplace();
        try
        {
            await change.RunAsync(place.OrganisationId, Fields.Words, place.PersonId, cancel);
            return Then($"/workspace/organisations/{place.Organisation}", "Saved");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
