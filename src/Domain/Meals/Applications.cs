using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Projects;

namespace Solidarity.Domain.Meals;

/// <summary>Whether restaurants may ask to take part in a programme, and who may read about it before it is public.</summary>
public static class Applications
{
    /// <param name="campaign">With its project.</param>
    public static bool TakesApplications(this MealProgramme programme, Campaign campaign, DateOnly today) =>
        campaign.Status is CampaignStatus.Draft or CampaignStatus.InReview or CampaignStatus.Live && campaign.Project.Status != ProjectStatus.Suspended && today <= programme.DeliverBy;

    /// <summary>Whoever has the link that the owner sends sees a programme that is not public yet.</summary>
    public static bool IsOpenedBy(this MealProgramme programme, string? key) => key is { Length: UnguessableToken.Length } && key == programme.ApplicationKey;
}
