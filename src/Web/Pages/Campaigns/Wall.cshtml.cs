using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Web.Caching;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Campaigns;

/// <summary>Every gift of a campaign, fifty a page, the newest first.</summary>
[OutputCache(PolicyName = PageCache.Public)]
[Everyone]
public sealed class WallModel(SolidarityDb db) : PageModel
{
    public sealed record Heading(Guid Id, Guid ProjectId, string Slug, string Title, string Language, long Gifts);

    public Heading Campaign { get; private set; } = null!;

    public List<WallNote> Notes { get; private set; } = [];

    public bool IsFirst { get; private set; }

    /// <summary>Where the next page begins, null on the last.</summary>
    public long? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, long? before, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.Shown().Where(c => c.Slug == slug)
            .Select(c => new Heading(c.Id, c.ProjectId, c.Slug, c.Title, c.Project.Language, c.Totals.Donations)).SingleOrDefaultAsync(cancel);
        if (campaign is null)
            return NotFound();
        HttpContext.Shows(PageCache.CampaignTag(campaign.Id));
        HttpContext.Shows(PageCache.ProjectTag(campaign.ProjectId));
        (Campaign, IsFirst) = (campaign, before is null);
        Notes = await db.Wall(campaign.Id, before, Paging.PerPage + 1).ToListAsync(cancel);
        Older = Notes.Cut() ? Notes[^1].Place : null;

        return Page();
    }
}
