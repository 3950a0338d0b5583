using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;

namespace Solidarity.Payments.Checkout;

/// <summary>Who gets what of a gift: the campaign's partner all of it; of meals, each restaurant in proportion to what it cooks.</summary>
public sealed class ShareOut(SolidarityDb db)
{
    /// <param name="due">What is left of the gift for its recipients.</param>
    public async Task<IReadOnlyList<(Guid PartnerId, Money Share)>> RunAsync(Donation donation, Campaign campaign, Money due, CancellationToken cancel)
    {
        if (campaign.Kind != CampaignKind.Meals || !due.IsPositive)
            return [(campaign.PartnerId, due)];
        var cooks = await db.MealOrders.Where(o => o.DonationId == donation.Id).GroupBy(o => o.MealPartner.PartnerId)
            .Select(g => new { PartnerId = g.Key, Minor = g.Sum(o => o.Count * o.UnitMinor) }).OrderBy(g => g.PartnerId).ToListAsync(cancel);
        return [.. cooks.Zip(due.Split([.. cooks.Select(c => c.Minor)]), (cook, share) => (cook.PartnerId, share))];
    }
}
