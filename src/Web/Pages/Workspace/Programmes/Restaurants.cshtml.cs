using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Web.Pages.Campaigns;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Workspace.Programmes;

/// <summary>Who cooks in a programme, who would like to, and the link to send to others.</summary>
[Asks(Right.SeeWorkspace)]
public sealed class RestaurantsModel(SolidarityDb db, Site site, TimeProvider clock) : ProgrammePage(db)
{
    /// <summary>Those who wait for an answer first, then those who cook.</summary>
    public List<MealPartner> Cooks { get; private set; } = [];

    /// <summary>Everybody finds the programme.</summary>
    public bool IsPublic => Project.IsShown() && ShownCampaigns.IsShown(Campaign.Status);

    /// <summary>Where restaurants apply; null where they cannot any more, or for who may not send it.</summary>
    public string? Link { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var cooks = await Db.MealPartners.AsNoTracking().Include(p => p.Partner).Where(p => p.CampaignId == Campaign.Id).ToListAsync(cancel);
        Cooks = [.. cooks.OrderBy(c => c.Status == MealPartnerStatus.Refused).ThenBy(c => c.Status).ThenBy(c => c.Partner.Name, StringComparer.CurrentCulture)];
        var campaign = await Db.Campaigns.AsNoTracking().Include(c => c.Project).SingleAsync(c => c.Id == Campaign.Id, cancel);
        if (Workplace.May(Right.ManageCampaigns) && Programme is { } programme && programme.TakesApplications(campaign, site.DayOf(clock.GetUtcNow())))
            Link = site.Page($"/campaigns/{Campaign.Slug}/take-part{(IsPublic ? "" : $"?key={programme.ApplicationKey}")}").ToString();
    }
}
