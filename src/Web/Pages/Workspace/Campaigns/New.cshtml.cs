using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Partners;
using Solidarity.Domain.People;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Campaigns;

/// <summary>Begins a campaign of a project.</summary>
[Asks(Right.ManageCampaigns)]
public sealed class NewModel(SolidarityDb db, StartCampaign start, Site site) : ProjectPage(db), IAskForCampaign, IReadForms
{
    [BindProperty(Name = "")]
    public CampaignFields Fields { get; set; } = new();

    public IReadOnlyList<PartnerChoice> Partners { get; private set; } = [];

    public Task OnGetAsync(CampaignKind? kind, CancellationToken cancel)
    {
        Fields.Kind = kind == CampaignKind.Meals ? CampaignKind.Meals : CampaignKind.Open;
        (Fields.Currency, Fields.FeeBearer) = (site.Settings.Currency, site.Settings.FeeBearer);
        return FindAsync(cancel);
    }

    void IReadForms.ReadForm(IFormCollection form) => Fields.ReadNeeds(form);

    public async Task<IActionResult> OnPostAsync(string? row, CancellationToken cancel)
    {
        Fields.ReadNeeds(Request.Form);
        await FindAsync(cancel);
        if (Fields.ChangeRows(row))
            return Page();
        try
        {
            var campaign = await start.RunAsync(Project.Id, Fields.Request, Me, cancel);
            return Then($"/workspace/campaigns/{campaign.Slug}", "Saved");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }

    private async Task FindAsync(CancellationToken cancel) => Partners = await Db.PartnersOfAsync(Project.OrganisationId, cancel);
}

internal static class PartnerChoices
{
    public static async Task<IReadOnlyList<PartnerChoice>> PartnersOfAsync(this SolidarityDb db, Guid organisationId, CancellationToken cancel) =>
        await db.Partners.Where(p => p.OrganisationId == organisationId).OrderBy(p => p.Name)
            .Select(p => new PartnerChoice(p.Id, p.Name, db.Partners.Payable().Any(x => x.Id == p.Id))).ToListAsync(cancel);
}
