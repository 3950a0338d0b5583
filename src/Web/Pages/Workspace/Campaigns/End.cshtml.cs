using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Campaigns;

/// <summary>Asks once more, then ends a campaign for good.</summary>
[Asks(Right.ManageCampaigns)]
public sealed class EndModel(SolidarityDb db, ChangeCampaign change) : CampaignPage(db)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        try
        {
            await change.EndAsync(Campaign.Id, Me, cancel);
            return Then(Here, "HasEnded");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
