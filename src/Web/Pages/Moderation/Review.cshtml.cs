using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Reviews;
using Solidarity.Web.Forms;
using Solidarity.Web.People;
using Solidarity.Web.Story;

namespace Solidarity.Web.Pages.Moderation;

/// <summary>One submission: all that will be public, what was decided before, and the decision.</summary>
[Asks(Right.Moderate)]
public sealed class ReviewModel(SolidarityDb db, DecideReview decide, IStringLocalizer<Texts.Projects> words) : FormPage
{
    public Review Review { get; private set; } = null!;

    public IHtmlContent Story { get; private set; } = HtmlString.Empty;

    /// <summary>What becomes public with the story, in other languages.</summary>
    public List<(ProjectTranslation Words, IHtmlContent Story)> Translations { get; } = [];

    /// <summary>The campaigns that would become public.</summary>
    public List<Campaign> Campaigns { get; private set; } = [];

    /// <summary>By campaign, of those of kind Meals: price, care sites and restaurants.</summary>
    public Dictionary<Guid, MealMenu> Menus { get; } = [];

    /// <summary>Decided ones of the same project, the newest first.</summary>
    public List<Review> Before { get; private set; } = [];

    public bool IsOwn { get; private set; }

    [BindProperty]
    public List<ReviewPoint> Points { get; set; } = [];

    [BindProperty]
    public string? Reasons { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken cancel) =>
        DecideAsync(id, () => decide.PublishAsync(id, HttpContext.Session().PersonId, Points, cancel), "DonePublished", cancel);

    public Task<IActionResult> OnPostSendBackAsync(Guid id, CancellationToken cancel) =>
        DecideAsync(id, () => decide.SendBackAsync(id, HttpContext.Session().PersonId, Points, Reasons, cancel), "DoneSentBack", cancel);

    private async Task<IActionResult> DecideAsync(Guid id, Func<Task> decision, string done, CancellationToken cancel)
    {
        try
        {
            await decision();
            return Then("/moderation", done);
        }
        catch (Refusal refusal)
        {
            return await FindAsync(id, cancel) ? Refused(refusal) : NotFound();
        }
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        var review = await db.Reviews.AsNoTracking().Include(r => r.Project).ThenInclude(p => p.Organisation)
            .Include(r => r.Project).ThenInclude(p => p.CoverPicture).Include(r => r.Project).ThenInclude(p => p.Translations)
            .Include(r => r.Project).ThenInclude(p => p.Campaigns).ThenInclude(c => c.Partner)
            .Include(r => r.Project).ThenInclude(p => p.Campaigns).ThenInclude(c => c.Needs)
            .Include(r => r.Project).ThenInclude(p => p.Questions.OrderBy(q => q.Position)).Include(r => r.Project).ThenInclude(p => p.People.OrderBy(q => q.Position))
            .AsSplitQuery().SingleOrDefaultAsync(r => r.Id == id, cancel);
        if (review is null)
            return false;
        Review = review;
        Story = await db.ShowAsync(review.Project.Story, words["Table"], cancel);
        foreach (var translation in review.Project.Translations.OrderBy(t => t.Language, StringComparer.Ordinal))
            Translations.Add((translation, await db.ShowAsync(translation.Story, words["Table"], cancel)));
        Campaigns = [.. review.Project.Campaigns.Where(c => c.Status == CampaignStatus.InReview && (review.CampaignId is null || c.Id == review.CampaignId))];
        foreach (var campaign in Campaigns)
        {
            if (await MealMenu.FindAsync(db, campaign, cancel) is { } menu)
                Menus[campaign.Id] = menu;
        }

        Before = await db.Reviews.AsNoTracking().Include(r => r.Campaign).Where(r => r.ProjectId == review.ProjectId && r.DecidedAt != null).OrderByDescending(r => r.DecidedAt).ToListAsync(cancel);
        var me = HttpContext.Session().PersonId;
        IsOwn = review.SubmittedById == me || await db.OrganisationsOf(me).ContainsAsync(review.Project.OrganisationId, cancel);
        return true;
    }
}
