using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Web.Caching;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Campaigns;

/// <summary>What wards wrote to those who gave the meals of a programme, the newest first.</summary>
[OutputCache(PolicyName = PageCache.Public)]
[Everyone]
public sealed class ThanksModel(SolidarityDb db) : PageModel
{
    private const int PerPage = 24;

    public sealed record Heading(Guid Id, Guid ProjectId, string Slug, string Title, string Language);

    public Heading Campaign { get; private set; } = null!;

    public List<WardThanks> Rows { get; private set; } = [];

    public bool IsFirst { get; private set; }

    /// <summary>After which the next page begins, null on the last.</summary>
    public Guid? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, Guid? before, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.Shown().Where(c => c.Slug == slug && c.Kind == CampaignKind.Meals)
            .Select(c => new Heading(c.Id, c.ProjectId, c.Slug, c.Title, c.Project.Language)).SingleOrDefaultAsync(cancel);
        if (campaign is null)
            return NotFound();
        HttpContext.Shows(PageCache.CampaignTag(campaign.Id));
        HttpContext.Shows(PageCache.ProjectTag(campaign.ProjectId));
        (Campaign, IsFirst) = (campaign, before is null);
        var all = db.MealThanks.AsNoTracking().Where(t => t.CampaignId == campaign.Id);
        var edge = before is null ? null : await all.Where(t => t.Id == before).Select(t => (DateTimeOffset?)t.WrittenAt).SingleOrDefaultAsync(cancel);
        Rows = await all.Where(t => edge == null || t.WrittenAt < edge || (t.WrittenAt == edge && t.Id.CompareTo(before!.Value) < 0)).Rows().Take(PerPage + 1).ToListAsync(cancel);
        Older = Rows.Cut(PerPage) ? Rows[^1].Id : null;
        return Page();
    }
}
