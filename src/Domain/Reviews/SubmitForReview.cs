using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Reviews;

/// <summary>An owner gives a project, or a further campaign, to the moderators; and takes it back.</summary>
public sealed class SubmitForReview(SolidarityDb db, TimeProvider clock)
{
    /// <summary>Shorter ones say nothing.</summary>
    public const int ShortestStory = 200;

    public const int LongestNote = 2000;

    /// <summary>What the project still lacks; empty when it can be submitted.</summary>
    /// <param name="campaigns">How many would go with it.</param>
    public static IReadOnlyList<Problem> Missing(Project project, int campaigns)
    {
        var problems = new List<Problem>();
        if (project.Story.Length < ShortestStory)
            problems.Add(new Problem(Reason.StoryTooShort, "story", [ShortestStory]));
        if (string.IsNullOrWhiteSpace(project.Summary))
            problems.Add(new Problem(Reason.SummaryMissing, "summary", []));
        if (string.IsNullOrWhiteSpace(project.Place))
            problems.Add(new Problem(Reason.PlaceMissing, "place", []));
        if (campaigns == 0)
            problems.Add(new Problem(Reason.CampaignMissing, "campaign", []));
        return problems;
    }

    /// <summary>What the project and the campaigns that would go with it still lack; empty when it can be submitted.</summary>
    public async Task<IReadOnlyList<Problem>> MissingAsync(Project project, IReadOnlyCollection<Campaign> campaigns, CancellationToken cancel) =>
        [.. Missing(project, campaigns.Count), .. await db.ProgrammeGapsAsync(campaigns, cancel)];

    /// <exception cref="Refusal">It lacks something, or is no draft.</exception>
    public Task<Guid> ProjectAsync(Guid projectId, Guid personId, string? note, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var project = await db.Projects.Include(p => p.Campaigns).SingleAsync(p => p.Id == projectId, cancel);
        if (await MissingAsync(project, [.. project.Campaigns.Where(c => c.Status == CampaignStatus.Draft)], cancel) is { Count: > 0 } missing)
            throw new Refusal(missing);
        var now = clock.GetUtcNow();
        project.MoveTo(ProjectStatus.InReview, now, personId.ToString());
        foreach (var campaign in project.Campaigns.Where(c => c.Status == CampaignStatus.Draft))
            campaign.MoveTo(CampaignStatus.InReview, now, personId.ToString());
        return await SaveAsync(project, null, personId, note, now, cancel);
    }, cancel);

    /// <summary>A further campaign of a project that is public already.</summary>
    /// <exception cref="Refusal">The project is not public, the campaign is no draft, or a meals programme lacks something.</exception>
    public Task<Guid> CampaignAsync(Guid campaignId, Guid personId, string? note, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var campaign = await db.Campaigns.Include(c => c.Project).SingleAsync(c => c.Id == campaignId, cancel);
        if (campaign.Project.Status != ProjectStatus.Live)
            throw new Refusal(Reason.MoveNotAllowed);
        if (await db.ProgrammeGapsAsync([campaign], cancel) is { Count: > 0 } gaps)
            throw new Refusal(gaps);
        var now = clock.GetUtcNow();
        campaign.MoveTo(CampaignStatus.InReview, now, personId.ToString());
        return await SaveAsync(campaign.Project, campaign, personId, note, now, cancel);
    }, cancel);

    /// <summary>Back to a draft, while nobody has decided.</summary>
    /// <exception cref="Refusal">It was decided already.</exception>
    public Task WithdrawAsync(Guid reviewId, Guid projectId, Guid personId, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var review = await db.Reviews.Pending().Include(r => r.Project).ThenInclude(p => p.Campaigns).SingleOrDefaultAsync(r => r.Id == reviewId && r.ProjectId == projectId, cancel)
            ?? throw new Refusal(Reason.ReviewDecided);
        var now = clock.GetUtcNow();
        (review.Outcome, review.DecidedAt, review.DecidedById) = (ReviewOutcome.Withdrawn, now, personId);
        review.BackToDraft(now, personId);
        db.Note("ReviewWithdrawn", personId, now, review.Project.OrganisationId, projectId, review.Campaign?.Title ?? review.Project.Title);
        await db.SaveChangesAsync(cancel);
    }, cancel);

    private async Task<Guid> SaveAsync(Project project, Campaign? campaign, Guid personId, string? note, DateTimeOffset now, CancellationToken cancel)
    {
        var words = CleanText.Optional(note, "note", LongestNote);
        var review = new Review { Id = Guid.CreateVersion7(now), ProjectId = project.Id, CampaignId = campaign?.Id, SubmittedById = personId, SubmittedAt = now, Note = words };
        db.Reviews.Add(review);
        db.Note("ReviewSubmitted", personId, now, project.OrganisationId, project.Id, campaign?.Title ?? project.Title, review.Note);
        await db.SaveChangesAsync(cancel);
        return review.Id;
    }
}
