using Microsoft.AspNetCore.Mvc;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Campaigns;

/// <summary>Says more about a campaign in public; what was promised stays beside it.</summary>
[Asks(Right.ManageCampaigns)]
public sealed class AdditionsModel(SolidarityDb db, ChangeCampaign change) : CampaignPage(db)
{
    [BindProperty]
    public string? Text { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        try
        {
            await change.AddAsync(Campaign.Id, Text, Me, cancel);
            return Then(Here, "Added");
        }
        catch (Refusal refusal)
        {
            return Refused(refusal);
        }
    }
}
