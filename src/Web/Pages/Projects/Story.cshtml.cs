using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Projects;
using Solidarity.Web.Caching;
using Solidarity.Web.Pages.Campaigns;
using Solidarity.Web.People;
using Solidarity.Web.Story;

namespace Solidarity.Web.Pages.Projects;

/// <summary>A project's story, with its campaigns beside it.</summary>
[OutputCache(PolicyName = PageCache.Public)]
[Everyone]
public sealed class StoryModel(SolidarityDb db, TimeProvider clock, Site site, IStringLocalizer<Texts.Projects> texts) : PageModel
{
    public Project Project { get; private set; } = null!;

    public IHtmlContent Story { get; private set; } = HtmlString.Empty;

    /// <summary>Those that take gifts first, then the others; the newest first.</summary>
    public List<Campaign> Campaigns { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        var project = await db.Projects.Shown().AsNoTracking().Include(p => p.Organisation)
            .Include(p => p.Campaigns).ThenInclude(c => c.Totals).Include(p => p.Campaigns).ThenInclude(c => c.Partner)
            .AsSingleQuery().SingleOrDefaultAsync(p => p.Slug == slug, cancel);
        if (project is null)
            return NotFound();
        (Project, Now) = (project, clock.GetUtcNow());
        Campaigns = [.. project.Campaigns.Where(c => ShownCampaigns.IsShown(c.Status)).OrderByDescending(TakesGifts).ThenByDescending(c => c.LaunchedAt)];
        HttpContext.Shows(PageCache.ProjectTag(project.Id));
        foreach (var campaign in project.Campaigns)
            HttpContext.Shows(PageCache.CampaignTag(campaign.Id));
        Story = new HtmlString(StoryMarkdown.ToHtml(project.Story, texts["Table"], await db.PicturesInAsync(project.Story, cancel)));
        return Page();
    }

    public bool TakesGifts(Campaign campaign) => campaign.IsOpen(Now) && campaign.Partner.CanBePaid;

    public int? DaysLeft(Campaign campaign) => campaign.DaysLeft(site, Now);
}
