using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Projects;

namespace Solidarity.Domain.Reviews;

internal static class Reviews
{
    public static IQueryable<Review> Pending(this IQueryable<Review> reviews) => reviews.Where(r => r.Outcome == ReviewOutcome.Pending);

    /// <summary>The campaigns that were submitted: its own, or all of a project's that wait.</summary>
    public static IEnumerable<Campaign> Submitted(this Review review) =>
        review.Project.Campaigns.Where(c => c.Status == CampaignStatus.InReview && (review.CampaignId is null || c.Id == review.CampaignId));

    public static void BackToDraft(this Review review, DateTimeOffset now, Guid personId)
    {
        foreach (var campaign in review.Submitted().ToList())
            campaign.MoveTo(CampaignStatus.Draft, now, personId.ToString());
        if (review.CampaignId is null)
            review.Project.MoveTo(ProjectStatus.Draft, now, personId.ToString());
    }
}
