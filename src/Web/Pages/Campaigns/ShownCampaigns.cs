using System.Linq.Expressions;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Projects;

namespace Solidarity.Web.Pages.Campaigns;

/// <summary>Which campaigns the public may see: drafts and whatever a moderator has suspended are not there. The one place that says so.</summary>
public static class ShownCampaigns
{
    /// <summary>For projections, where a query on a project's campaigns must name the states itself.</summary>
    public static readonly CampaignStatus[] States = [CampaignStatus.Live, CampaignStatus.Succeeded, CampaignStatus.Failed, CampaignStatus.Closed];

    /// <summary>For compiled queries, which cannot call <see cref="Shown(IQueryable{Campaign})"/>.</summary>
    public static readonly Expression<Func<Campaign, bool>> IsPublic = c => States.Contains(c.Status) && ShownProjects.States.Contains(c.Project.Status);

    public static IQueryable<Campaign> Shown(this IQueryable<Campaign> campaigns) => campaigns.Where(IsPublic);

    /// <summary>Among the campaigns of a project that is shown itself.</summary>
    public static bool IsShown(CampaignStatus status) => States.Contains(status);

    /// <summary>Days of the site's calendar until it ends: 0 on its last day. Null where it has no end.</summary>
    public static int? DaysLeft(this Campaign campaign, Site site, DateTimeOffset now) =>
        campaign.EndsAt is { } end ? Math.Max(0, site.DayOf(end).DayNumber - site.DayOf(now).DayNumber) : null;
}
