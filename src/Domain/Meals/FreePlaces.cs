using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Meals;

/// <summary>How many meals can be bought now.</summary>
public static class FreePlaces
{
    // Compiled once: asked for with every programme's page.
    private static readonly Func<SolidarityDb, Guid, DateOnly, IAsyncEnumerable<TakenSlot>> TakenSince = EF.CompileAsyncQuery((SolidarityDb db, Guid campaignId, DateOnly from) =>
        db.MealSlots.Where(s => s.MealPartner.CampaignId == campaignId && s.Starts >= from).Select(s => new TakenSlot(s.MealPartnerId, s.Starts, s.Taken)));

    /// <returns>Places by restaurant in the programme (<see cref="MealPartner.Id"/>); zero for those that do not cook now.</returns>
    public static async Task<Dictionary<Guid, int>> FreePlacesAsync(this SolidarityDb db, MealProgramme programme, IReadOnlyCollection<MealPartner> partners, DateOnly today, CancellationToken cancel)
    {
        // The week that has begun counts from its Monday.
        var taken = await TakenSince(db, programme.CampaignId, today.AddDays(-6)).ToDictionaryAsync(s => (s.Cook, s.Starts), s => s.Taken, cancellationToken: cancel);
        return partners.ToDictionary(p => p.Id, p => p.Cooks
            ? OpenSlots.Of(p, programme, today).Sum(start => Math.Max(0, p.Capacity - taken.GetValueOrDefault((p.Id, start))))
            : 0);
    }

    private sealed record TakenSlot(Guid Cook, DateOnly Starts, int Taken);
}
