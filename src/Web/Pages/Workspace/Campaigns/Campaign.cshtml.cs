using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Campaigns;

/// <summary>Changes a campaign: all of it while it is a draft, afterwards its words and its end.</summary>
[Asks(Right.ManageCampaigns)]
public sealed class CampaignModel(SolidarityDb db, ChangeCampaign change, Site site) : CampaignPage(db), IAskForCampaign
{
    [BindProperty(Name = "")]
    public CampaignFields Fields { get; set; } = new();

    /// <summary>Of the campaign, when the form was opened.</summary>
    [BindProperty]
    public Guid Version { get; set; }

    public IReadOnlyList<PartnerChoice> Partners { get; private set; } = [];

    public bool IsDraft => Campaign.Status == CampaignStatus.Draft;

    public bool CanEnd => CampaignStates.Allows(Campaign.Status, CampaignStatus.Closed);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        (Fields, Version) = (CampaignFields.Of(Campaign, site), Campaign.Version);
        Partners = await Db.PartnersOfAsync(Project.OrganisationId, cancel);
    }

    public async Task<IActionResult> OnPostAsync(string? row, CancellationToken cancel)
    {
        Fields.ReadNeeds(Request.Form);
        Partners = await Db.PartnersOfAsync(Project.OrganisationId, cancel);
        if (Fields.ChangeRows(row))
            return Page();
        try
        {
            // A form from when it was a draft asks for more than words, and is told no.
            if (IsDraft || Request.Form.ContainsKey("goal"))
                await change.AllAsync(Campaign.Id, Fields.Request, Version, Me, cancel);
            else
                await change.WordsAsync(Campaign.Id, Fields.Request, Version, Me, cancel);
            return Then(Here, "Saved");
        }
        catch (Refusal refusal)
        {
            return Again(refusal);
        }
    }

    private IActionResult Again(Refusal refusal)
    {
        // Whoever has read that somebody else changed it may go on: the next time it is saved over that.
        if (refusal.Problems.Any(p => p.Reason == Reason.ChangedMeanwhile))
            Version = Campaign.Version;
        return Refused(refusal);
    }
}
