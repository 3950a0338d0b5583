using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Projects;
using Solidarity.Web.Caching;
using Solidarity.Web.Language;
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

    /// <summary>Of the words that are shown: the reader's where there is a translation, else the story's own.</summary>
    public string Language { get; private set; } = "";

    public StoryWords Words { get; private set; } = null!;

    public bool IsTranslation => Language != Project.Language;

    public IHtmlContent Story { get; private set; } = HtmlString.Empty;

    /// <summary>Those that take gifts first, then the others; the newest first.</summary>
    public List<Campaign> Campaigns { get; private set; } = [];

    public DateTimeOffset Now { get; private set; }

    /// <summary>Meals programmes of which somebody cooks: there the restaurants are paid, and not the campaign's partner.</summary>
    private HashSet<Guid> _cooked = [];

    /// <param name="story">The language to read the story in, where that is not the language of the page.</param>
    public async Task<IActionResult> OnGetAsync(string slug, string? story, CancellationToken cancel)
    {
        var project = await db.Projects.Shown().WithPage().SingleOrDefaultAsync(p => p.Slug == slug, cancel);
        if (project is null)
            return NotFound();
        HttpContext.Shows(PageCache.ProjectTag(project.Id));
        foreach (var campaign in project.Campaigns)
            HttpContext.Shows(PageCache.CampaignTag(campaign.Id));
        var language = Languages.Speaks(story) ? story : HttpContext.ReaderLanguage();
        if (project.Translations.Find(t => t.Language == language) is { } translation && language != project.Language)
            await ShowAsync(project, language, new StoryWords(translation.Title, translation.Summary, translation.Place ?? project.Place, translation.Story), cancel);
        else
            await ShowAsync(project, project.Language, new StoryWords(project.Title, project.Summary, project.Place, project.Story), cancel);
        return Page();
    }

    /// <summary>What the page will say.</summary>
    /// <param name="preview">With what is not public yet, for who prepares it.</param>
    public async Task ShowAsync(Project project, string language, StoryWords words, CancellationToken cancel, bool preview = false)
    {
        (Project, Language, Words, Now) = (project, language, words, clock.GetUtcNow());
        _cooked = await db.MealPartners.Cooking().Where(p => p.Programme.Campaign.ProjectId == project.Id).Select(p => p.CampaignId).ToHashSetAsync(cancel);
        Campaigns = [.. project.Campaigns.Where(c => ShownCampaigns.IsShown(c.Status) || (preview && IsPrepared(c))).OrderByDescending(TakesGifts).ThenByDescending(c => c.LaunchedAt)];
        Story = await db.ShowAsync(words.Story, texts["Table"], cancel);
    }

    /// <summary>A draft, or with a moderator: only its team sees it.</summary>
    public static bool IsPrepared(Campaign campaign) => campaign.Status is CampaignStatus.Draft or CampaignStatus.InReview;

    public bool TakesGifts(Campaign campaign) => campaign.IsOpen(Now) && (campaign.Kind == CampaignKind.Meals ? _cooked.Contains(campaign.Id) : campaign.Partner.CanBePaid);

    public int? DaysLeft(Campaign campaign) => campaign.DaysLeft(site, Now);
}

public static class ProjectWithPage
{
    /// <summary>A project with all that its page shows.</summary>
    public static IQueryable<Project> WithPage(this IQueryable<Project> projects) => projects.AsNoTracking().Include(p => p.Organisation).Include(p => p.CoverPicture)
        .Include(p => p.Campaigns).ThenInclude(c => c.Totals).Include(p => p.Campaigns).ThenInclude(c => c.Partner)
        .Include(p => p.Translations).Include(p => p.Questions.OrderBy(q => q.Position)).Include(p => p.People.OrderBy(q => q.Position)).AsSplitQuery();
}
