using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Web.Pages.Campaigns;

namespace Solidarity.Web.Api;

/// <param name="Raised">Gifts less refunds, tips not counted, in minor units.</param>
/// <param name="Goal">In minor units; null for none.</param>
/// <param name="Donations">How many gifts.</param>
/// <param name="PassedOn">Transferred to the recipient so far, in minor units.</param>
/// <param name="TakesGifts">Whether a donation would be accepted now.</param>
/// <param name="Meals">Of kind meals: what can be bought, and where the meals are. Null for others.</param>
public sealed record CampaignAnswer(
    string Slug, string Project, string Title, CampaignKind Kind, CampaignStatus Status, long Raised, long? Goal, string Currency, long Donations, long PassedOn,
    DateTimeOffset? EndsAt, FeeBearer FeeBearer, string Recipient, bool TakesGifts, ProgrammeAnswer? Meals);

internal static class CampaignsApi
{
    public static void MapCampaigns(this IEndpointRouteBuilder api) => api.MapGet("/campaigns/{slug}", GetAsync)
        .WithName("GetCampaign").WithSummary("One campaign with its totals, never cached.").ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Ok<CampaignAnswer>> GetAsync(string slug, SolidarityDb db, Site site, TimeProvider clock, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.AsNoTracking().Include(c => c.Totals).Include(c => c.Project).Include(c => c.Partner)
            .Shown().SingleOrDefaultAsync(c => c.Slug == slug, cancel)
            ?? throw new Refusal(Reason.CampaignUnknown);
        var meals = await MealsApi.ProgrammeAsync(db, campaign, site.DayOf(clock.GetUtcNow()), cancel);
        return TypedResults.Ok(new CampaignAnswer(
            campaign.Slug, campaign.Project.Slug, campaign.Title, campaign.Kind, campaign.Status, campaign.Totals.RaisedMinor, campaign.GoalMinor, campaign.CurrencyCode,
            campaign.Totals.Donations, campaign.Totals.PassedOnMinor, campaign.EndsAt, campaign.FeeBearer, campaign.Partner.Name,
            campaign.IsOpen(clock.GetUtcNow()) && (meals?.Restaurants.Any(r => r.Cooks) ?? campaign.Partner.CanBePaid), meals));
    }
}
