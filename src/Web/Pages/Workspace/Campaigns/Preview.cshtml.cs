using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.Forms;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Campaigns;

/// <summary>A campaign's public page as it stands or will stand, for the team alone.</summary>
[Asks(Right.SeeWorkspace)]
public sealed class PreviewModel(SolidarityDb db, TimeProvider clock, Site site) : FormPage
{
    public Pages.Campaigns.CampaignModel Shown { get; } = new(db, clock, site);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var id = HttpContext.Workplace().CampaignId;
        var campaign = await db.Campaigns.AsNoTracking().Include(c => c.Totals).Include(c => c.Project).ThenInclude(p => p.CoverPicture)
            .Include(c => c.Partner).ThenInclude(p => p.Organisation).SingleAsync(c => c.Id == id, cancel);
        await Shown.ShowAsync(campaign, cancel);
    }
}
