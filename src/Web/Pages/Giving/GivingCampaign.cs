using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Projects;
using Solidarity.Web.Pages.Campaigns;

namespace Solidarity.Web.Pages.Giving;

/// <param name="Campaign">With its project, partner and the partner's organisation.</param>
/// <param name="Closed">Why it takes no gift now, or null.</param>
public sealed record GivingCampaign(Campaign Campaign, Reason? Closed)
{
    /// <returns>Null where the public knows no such campaign.</returns>
    public static async Task<GivingCampaign?> FindAsync(SolidarityDb db, string? slug, DateTimeOffset now, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.Shown().AsNoTracking().Include(c => c.Project).ThenInclude(p => p.CoverPicture)
            .Include(c => c.Partner).ThenInclude(p => p.Organisation)
            .SingleOrDefaultAsync(c => c.Slug == slug, cancel);
        return campaign is null ? null : new GivingCampaign(campaign, campaign.Project.Status != ProjectStatus.Live || !campaign.IsOpen(now) ? Reason.CampaignNotOpen : campaign.Partner.CanBePaid ? null : Reason.PartnerNotReady);
    }
}
