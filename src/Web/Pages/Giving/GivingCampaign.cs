using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Projects;
using Solidarity.Web.Pages.Campaigns;

namespace Solidarity.Web.Pages.Giving;

/// <param name="Campaign">With its project, partner and the partner's organisation.</param>
/// <param name="Menu">What can be bought, where the campaign is of kind Meals.</param>
/// <param name="Closed">Why it takes no gift now, or null.</param>
public sealed record GivingCampaign(Campaign Campaign, MealMenu? Menu, Reason? Closed)
{
    /// <returns>Null where the public knows no such campaign.</returns>
    public static async Task<GivingCampaign?> FindAsync(SolidarityDb db, string? slug, DateTimeOffset now, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.Shown().AsNoTracking().Include(c => c.Project).ThenInclude(p => p.CoverPicture)
            .Include(c => c.Partner).ThenInclude(p => p.Organisation)
            .SingleOrDefaultAsync(c => c.Slug == slug, cancel);
        if (campaign is null)
            return null;
        var menu = await MealMenu.FindAsync(db, campaign, cancel);
        var canBePaid = menu is null ? campaign.Partner.CanBePaid : menu.Partners.Any(p => p.Cooks);
        return new(campaign, menu, campaign.Project.Status != ProjectStatus.Live || !campaign.IsOpen(now) ? Reason.CampaignNotOpen : canBePaid ? null : Reason.PartnerNotReady);
    }
}
