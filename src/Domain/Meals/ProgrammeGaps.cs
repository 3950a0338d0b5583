using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Campaigns;

namespace Solidarity.Domain.Meals;

/// <summary>What a meals programme still lacks before anybody can buy a meal.</summary>
public static class ProgrammeGaps
{
    public const string Sites = "sites";

    public const string Restaurants = "restaurants";

    /// <returns>Problems of the fields <see cref="Sites"/> and <see cref="Restaurants"/>; their values are the campaign's title and its slug.</returns>
    public static async Task<List<Problem>> ProgrammeGapsAsync(this SolidarityDb db, IEnumerable<Campaign> campaigns, CancellationToken cancel)
    {
        var problems = new List<Problem>();
        foreach (var campaign in campaigns.Where(c => c.Kind == CampaignKind.Meals))
        {
            if (!await db.CareSites.AnyAsync(s => s.CampaignId == campaign.Id && s.ClosedAt == null, cancel))
                problems.Add(new Problem(Reason.CareSiteMissing, Sites, [campaign.Title, campaign.Slug]));
            if (!await db.MealPartners.Cooking().AnyAsync(p => p.CampaignId == campaign.Id, cancel))
                problems.Add(new Problem(Reason.RestaurantMissing, Restaurants, [campaign.Title, campaign.Slug]));
        }

        return problems;
    }
}
