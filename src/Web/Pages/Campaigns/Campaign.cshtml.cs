using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Web.Caching;
using Solidarity.Web.Pages.Giving;
using Solidarity.Web.People;

namespace Solidarity.Web.Pages.Campaigns;

/// <summary>One campaign: what came in, who is paid, the gifts over time, the wall. Costs the same at ten gifts and at ten million.</summary>
[OutputCache(PolicyName = PageCache.Public)]
[Everyone]
public sealed class CampaignModel(SolidarityDb db, TimeProvider clock, Site site) : PageModel
{
    private const int NotesShown = 12;

    // Compiled once: this is the page that most people read.
    private static readonly Func<SolidarityDb, string, CancellationToken, Task<Campaign?>> Find = EF.CompileAsyncQuery((SolidarityDb db, string slug, CancellationToken cancel) =>
        db.Campaigns.Where(ShownCampaigns.IsPublic).AsNoTracking().Include(c => c.Totals).Include(c => c.Project).ThenInclude(p => p.CoverPicture).Include(c => c.Partner).ThenInclude(p => p.Organisation)
            .SingleOrDefault(c => c.Slug == slug));

    private static readonly Func<SolidarityDb, Guid, IAsyncEnumerable<ChartBar>> Days = EF.CompileAsyncQuery((SolidarityDb db, Guid campaignId) =>
        db.CampaignDays.Where(d => d.CampaignId == campaignId).OrderBy(d => d.Day).Select(d => new ChartBar(d.Day, d.Donations, d.RaisedMinor)));

    private static readonly Func<SolidarityDb, Guid, IAsyncEnumerable<CampaignNeed>> NeedsOf = EF.CompileAsyncQuery((SolidarityDb db, Guid campaignId) =>
        db.CampaignNeeds.Where(n => n.CampaignId == campaignId).OrderBy(n => n.Position).AsNoTracking());

    private static readonly Func<SolidarityDb, Guid, IAsyncEnumerable<CampaignAddition>> AdditionsOf = EF.CompileAsyncQuery((SolidarityDb db, Guid campaignId) =>
        db.CampaignAdditions.Where(a => a.CampaignId == campaignId).OrderBy(a => a.At).AsNoTracking());

    public Campaign Campaign { get; private set; } = null!;

    public Money Raised => new(Campaign.Totals.RaisedMinor, Campaign.Currency);

    public bool TakesGifts { get; private set; }

    /// <summary>Where meals are bought.</summary>
    public ProgrammeShown? Programme { get; private set; }

    /// <summary>Not public: its team alone sees it.</summary>
    public bool IsPreview { get; private set; }

    public bool IsOpen { get; private set; }

    /// <summary>Null where it has no end.</summary>
    public int? DaysLeft { get; private set; }

    public GiftsChart? Chart { get; private set; }

    public List<WallNote> Wall { get; private set; } = [];

    /// <summary>What the money is for.</summary>
    public NeedsShown Needs { get; private set; } = null!;

    /// <summary>What was said after givers were promised the rest.</summary>
    public List<CampaignAddition> Additions { get; private set; } = [];

    /// <summary>The buttons of the giving form, in major units.</summary>
    public IReadOnlyList<string> Amounts => GiftForm.Amounts(Campaign.Currency);

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancel)
    {
        // Opened once for all that is read, and not for each.
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            return await FindAsync(slug, cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<IActionResult> FindAsync(string slug, CancellationToken cancel)
    {
        var campaign = await Find(db, slug, cancel);
        if (campaign is null)
            return NotFound();
        HttpContext.Shows(PageCache.CampaignTag(campaign.Id));
        HttpContext.Shows(PageCache.ProjectTag(campaign.ProjectId));
        await ShowAsync(campaign, cancel);
        return Page();
    }

    /// <summary>What the page will say: also of a campaign that is not public yet, for who prepares it.</summary>
    /// <param name="campaign">With totals, project and who is paid.</param>
    public async Task ShowAsync(Campaign campaign, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        (Campaign, IsPreview) = (campaign, !ShownCampaigns.IsShown(campaign.Status));
        IsOpen = campaign.IsOpen(now) || campaign.Status is CampaignStatus.Draft or CampaignStatus.InReview;
        Programme = await ProgrammeShown.FindAsync(db, campaign, IsOpen && !IsPreview, site.DayOf(now), cancel);
        TakesGifts = !IsPreview && IsOpen && (Programme?.Cooks ?? campaign.Partner.CanBePaid);
        DaysLeft = campaign.DaysLeft(site, now);
        Needs = new NeedsShown(campaign, await NeedsOf(db, campaign.Id).ToListAsync(cancel));
        Additions = await AdditionsOf(db, campaign.Id).ToListAsync(cancel);
        Wall = await db.Wall(campaign.Id, null, NotesShown).ToListAsync(cancel);

        var days = await Days(db, campaign.Id).ToListAsync(cancel);
        var today = site.DayOf(now);
        // A chart of an ended campaign ends with it.
        Chart = GiftsChart.Of(days, campaign.LaunchedAt is { } launch ? site.DayOf(launch) : today, IsOpen || campaign.EndsAt is not { } end ? today : site.DayOf(end));
    }
}
