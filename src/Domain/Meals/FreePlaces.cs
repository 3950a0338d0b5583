using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Meals;

/// <summary>How many meals can be bought now.</summary>
public static class FreePlaces
{
    /// <returns>Places by restaurant in the programme (<see cref="MealPartner.Id"/>); zero for those that do not cook now.</returns>
    public static async Task<Dictionary<Guid, int>> FreePlacesAsync(this SolidarityDb db, MealProgramme programme, IReadOnlyCollection<MealPartner> partners, DateOnly today, CancellationToken cancel)
    {
        var ids = partners.Select(p => p.Id).ToList();
        // The week that has begun counts from its Monday.
        var from = today.AddDays(-6);
        var taken = await db.MealSlots.AsNoTracking().Where(s => ids.Contains(s.MealPartnerId) && s.Starts >= from)
            .Select(s => new { s.MealPartnerId, s.Starts, s.Taken }).ToDictionaryAsync(s => (s.MealPartnerId, s.Starts), s => s.Taken, cancel);
        return partners.ToDictionary(p => p.Id, p => p.Cooks
            ? OpenSlots.Of(p, programme, today).Sum(start => Math.Max(0, p.Capacity - taken.GetValueOrDefault((p.Id, start))))
            : 0);
    }
}
