using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;

namespace Solidarity.Payments.Checkout;

/// <summary>A part of a gift for one of its recipients.</summary>
/// <param name="Meals">For how many meals; null where the campaign is of another kind.</param>
public sealed record GiftShare(Guid PartnerId, Money Amount, int? Meals);

/// <summary>Who gets what of a gift: the campaign's partner all of it; of meals, each restaurant in proportion to what it cooks.</summary>
public sealed class ShareOut(SolidarityDb db)
{
    /// <param name="due">What is left of the gift for its recipients.</param>
    public async Task<IReadOnlyList<GiftShare>> RunAsync(Donation donation, Campaign campaign, Money due, CancellationToken cancel)
    {
        if (campaign.Kind != CampaignKind.Meals)
            return [new(campaign.PartnerId, due, null)];
        var cooks = await db.MealVouchers.Where(v => v.DonationId == donation.Id).GroupBy(v => v.MealPartner.PartnerId)
            .Select(g => new { PartnerId = g.Key, Meals = g.Count() }).OrderBy(g => g.PartnerId).ToListAsync(cancel);
        // A programme has one price, so that money goes by number.
        return [.. cooks.Zip(due.Split([.. cooks.Select(c => (long)c.Meals)]), (cook, share) => new GiftShare(cook.PartnerId, share, cook.Meals))];
    }
}
