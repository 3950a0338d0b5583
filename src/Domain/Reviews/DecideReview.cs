using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Reviews;

/// <summary>A moderator publishes what was submitted, or sends it back with reasons. Nobody decides about their own.</summary>
public sealed class DecideReview(SolidarityDb db, TellOwners tell, TimeProvider clock)
{
    /// <param name="points">Those that hold.</param>
    /// <exception cref="Refusal">A point does not hold, the moderator belongs to the organisation, or another has decided.</exception>
    public Task PublishAsync(Guid reviewId, Guid moderatorId, IReadOnlyCollection<ReviewPoint> points, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var review = await TakeAsync(reviewId, moderatorId, cancel);
        if (Enum.GetValues<ReviewPoint>().Except(points).Any())
            throw new Refusal(Reason.ReviewPointsOpen, "points");
        var now = clock.GetUtcNow();
        if (review.CampaignId is null)
        {
            review.Project.MoveTo(ProjectStatus.Live, now, moderatorId.ToString());
            review.Project.PublishedAt ??= now;
        }

        var campaigns = review.Submitted().ToList();
        foreach (var campaign in campaigns)
        {
            campaign.MoveTo(CampaignStatus.Live, now, moderatorId.ToString());
            campaign.LaunchedAt = now;
        }

        Decide(review, ReviewOutcome.Published, moderatorId, points, null, now);
        var payees = campaigns.Where(c => c.Kind != CampaignKind.Meals).Select(c => c.PartnerId).ToList();
        var programmes = campaigns.Where(c => c.Kind == CampaignKind.Meals).Select(c => c.Id).ToList();
        var paid = await db.Partners.AnyAsync(p => payees.Contains(p.Id) && p.StripeAccountId != null && p.TransfersActive, cancel)
            || await db.MealPartners.Cooking().AnyAsync(p => programmes.Contains(p.CampaignId), cancel);
        await tell.RunAsync(review.Project, paid ? LetterKind.ProjectPublished : LetterKind.ProjectPublishedUnpaid, Subject(review), null,
            $"/{(paid ? "" : "workspace/")}projects/{review.Project.Slug}", now, cancel);
        await db.SaveChangesAsync(cancel);
    }, cancel);

    /// <param name="reasons">In the moderator's own words: the owner reads them.</param>
    /// <exception cref="Refusal">No reasons, the moderator belongs to the organisation, or another has decided.</exception>
    public Task SendBackAsync(Guid reviewId, Guid moderatorId, IReadOnlyCollection<ReviewPoint> points, string? reasons, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var review = await TakeAsync(reviewId, moderatorId, cancel);
        var words = CleanText.Needed(reasons, "reasons", FormWords.LongestReasons);
        var now = clock.GetUtcNow();
        review.BackToDraft(now, moderatorId);
        Decide(review, ReviewOutcome.SentBack, moderatorId, points, words, now);
        await tell.RunAsync(review.Project, LetterKind.ProjectSentBack, Subject(review), words, $"/workspace/projects/{review.Project.Slug}", now, cancel);
        await db.SaveChangesAsync(cancel);
    }, cancel);

    private async Task<Review> TakeAsync(Guid reviewId, Guid moderatorId, CancellationToken cancel)
    {
        var review = await db.Reviews.Pending().Include(r => r.Campaign).Include(r => r.Project).ThenInclude(p => p.Campaigns).AsSplitQuery().SingleOrDefaultAsync(r => r.Id == reviewId, cancel)
            ?? throw new Refusal(Reason.ReviewDecided);
        await db.RefuseOwnAsync(review.Project.OrganisationId, moderatorId, cancel);
        if (review.SubmittedById == moderatorId)
            throw new Refusal(Reason.OwnProject);
        return review;
    }

    private void Decide(Review review, ReviewOutcome outcome, Guid moderatorId, IReadOnlyCollection<ReviewPoint> points, string? reasons, DateTimeOffset now)
    {
        (review.Outcome, review.DecidedById, review.DecidedAt, review.Reasons) = (outcome, moderatorId, now, reasons);
        review.Points = string.Join(',', points.Distinct().Order());
        db.Note(outcome == ReviewOutcome.Published ? "Published" : "SentBack", moderatorId, now, review.Project.OrganisationId, review.ProjectId, Subject(review), reasons);
    }

    private static string Subject(Review review) => review.Campaign?.Title ?? review.Project.Title;
}
