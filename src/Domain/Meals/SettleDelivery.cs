using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Meals;

/// <summary>What a ward said is missing or wrong comes to an end: somebody says how, or nothing is missing any more.</summary>
public sealed class SettleDelivery(SolidarityDb db, TimeProvider clock)
{
    /// <summary>What is still missing waits from now on as any other meal does, until the programme's day.</summary>
    /// <param name="words">How it was settled.</param>
    /// <exception cref="Refusal">No words, or nothing of it is open.</exception>
    public async Task RunAsync(Guid deliveryId, Guid campaignId, string? words, Guid personId, CancellationToken cancel)
    {
        var clean = CleanText.Needed(words, "words", MealDelivery.LongestWords);
        var delivery = await db.MealDeliveries.Unsettled().SingleOrDefaultAsync(d => d.Id == deliveryId && d.MealPartner.CampaignId == campaignId, cancel)
            ?? throw new Refusal(Reason.DeliverySettled);
        var programme = await db.Campaigns.Where(c => c.Id == campaignId).Select(c => new { c.Title, c.Project.OrganisationId }).SingleAsync(cancel);
        var now = clock.GetUtcNow();
        (delivery.SettledAt, delivery.Settlement) = (now, clean);
        foreach (var voucher in await db.MealVouchers.Where(v => v.MissingFromId == deliveryId).ToListAsync(cancel))
            voucher.NotMissing();
        db.Note("DeliverySettled", personId, now, programme.OrganisationId, deliveryId, programme.Title, clean);
        await db.SaveOrRefuseAsync(cancel);
    }

    /// <summary>Those whose missing meals were all brought since, given to another, eaten or given back. One statement: whoever moves meals need not think of it.</summary>
    /// <returns>How many.</returns>
    public Task<int> ByThemselvesAsync(CancellationToken cancel)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        // Where all arrived and something was wrong, only somebody can say that it is mended.
        return db.MealDeliveries.Unsettled().Where(d => d.Arrived < d.Count && !db.MealVouchers.Any(v => v.MissingFromId == d.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.SettledAt, now), cancel);
    }
}

public static class UnsettledDeliveries
{
    /// <summary>Those of whom <see cref="MealDelivery.IsUnsettled"/> is true.</summary>
    public static IQueryable<MealDelivery> Unsettled(this IQueryable<MealDelivery> deliveries) => deliveries.Where(d => d.Status == DeliveryStatus.Shortage && d.SettledAt == null);
}
