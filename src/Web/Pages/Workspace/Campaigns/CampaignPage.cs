using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Meals;

namespace Solidarity.Web.Pages.Workspace.Campaigns;

/// <summary>A page of a campaign's workspace.</summary>
public abstract class CampaignPage(SolidarityDb db) : ProjectPage(db)
{
    public Campaign Campaign { get; private set; } = null!;

    /// <summary>Of the kind Meals.</summary>
    public MealProgramme? Programme { get; private set; }

    /// <summary>Path of the campaign's workspace.</summary>
    public string Here => $"/workspace/campaigns/{Campaign.Slug}";

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        await LoadAsync(HttpContext.RequestAborted);
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <summary>Reads the campaign as it stands now.</summary>
    protected async Task LoadAsync(CancellationToken cancel)
    {
        Campaign = await Db.Campaigns.AsNoTracking().Include(c => c.Partner).Include(c => c.Totals).Include(c => c.Needs.OrderBy(n => n.Position)).Include(c => c.Additions.OrderBy(a => a.At))
            .AsSplitQuery().SingleAsync(c => c.Id == Workplace.CampaignId, cancel);
        Programme = Campaign.Kind == CampaignKind.Meals ? await Db.MealProgrammes.AsNoTracking().SingleOrDefaultAsync(p => p.CampaignId == Campaign.Id, cancel) : null;
    }
}
