using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;

namespace Solidarity.Domain.Meals;

/// <summary>So many meals of one restaurant for one site, as a giver asks for them.</summary>
/// <param name="MealPartnerId">The restaurant in the programme.</param>
public sealed record MealWish(Guid MealPartnerId, Guid CareSiteId, int Count);

/// <summary>
/// Takes places for a donation that begins, the earliest first, and gives them back when nobody pays. A place is taken by a conditional update of
/// its slot, so that of two who want the last one the second is refused, on whatever node.
/// </summary>
public sealed class TakePlaces(SolidarityDb db, Site site, TimeProvider clock)
{
    /// <summary>In a payment: a company's gift to a hospital, not a typing error.</summary>
    public const int MostMeals = 1000;

    /// <summary>Slots of the restaurants asked for; outside the transaction, because two buyers may make the same one.</summary>
    public async Task PrepareAsync(MealProgramme programme, IEnumerable<MealPartner> partners, CancellationToken cancel)
    {
        foreach (var partner in partners)
        {
            var starts = OpenSlots.Of(partner, programme, Today).ToList();
            var from = starts.FirstOrDefault();
            var there = await db.MealSlots.Where(s => s.MealPartnerId == partner.Id && s.Starts >= from).Select(s => s.Starts).ToListAsync(cancel);
            foreach (var start in starts.Except(there))
                await MakeAsync(partner.Id, start, cancel);
        }
    }

    /// <summary>In the caller's database transaction, after <see cref="PrepareAsync"/>.</summary>
    /// <exception cref="Refusal">Fewer places are free than asked for: nothing of it may be saved.</exception>
    public async Task<List<MealOrder>> RunAsync(Guid donationId, MealProgramme programme, IReadOnlyDictionary<Guid, MealPartner> partners, IEnumerable<MealWish> wishes, CancellationToken cancel)
    {
        var orders = new List<MealOrder>();
        // Always in the same order: two buyers never wait for each other in a circle.
        foreach (var wish in wishes.OrderBy(w => w.MealPartnerId))
        {
            var partner = partners[wish.MealPartnerId];
            var left = wish.Count;
            foreach (var start in OpenSlots.Of(partner, programme, Today))
            {
                if (left == 0)
                    break;
                var (slot, taken) = await TakeAsync(partner, start, left, cancel);
                if (taken == 0)
                    continue;
                left -= taken;
                orders.Add(new MealOrder
                {
                    Id = Guid.CreateVersion7(clock.GetUtcNow()),
                    DonationId = donationId,
                    MealPartnerId = partner.Id,
                    CareSiteId = wish.CareSiteId,
                    SlotId = slot,
                    Count = taken,
                    UnitMinor = programme.UnitMinor,
                });
            }

            if (left > 0)
                throw new Refusal(Reason.MealsNotFree, MealFields.Count(wish), partner.Partner.Name, wish.Count - left);
        }

        return orders;
    }

    /// <summary>What a donation that was not paid had taken is free again. Runs in the caller's database transaction; twice, it changes nothing more.</summary>
    public async Task GiveBackAsync(Guid donationId, CancellationToken cancel)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        var orders = await db.MealOrders.AsNoTracking().Where(o => o.DonationId == donationId && o.ReleasedAt == null).OrderBy(o => o.SlotId).ToListAsync(cancel);
        foreach (var order in orders)
        {
            if (await db.MealOrders.Where(o => o.Id == order.Id && o.ReleasedAt == null).ExecuteUpdateAsync(set => set.SetProperty(o => o.ReleasedAt, now), cancel) == 1)
                await GiveBackAsync(order.SlotId, order.Count, cancel);
        }
    }

    /// <summary>Meals that were given back to their givers leave their places to others.</summary>
    public Task GiveBackAsync(Guid slotId, int count, CancellationToken cancel) =>
        db.MealSlots.Where(s => s.Id == slotId).ExecuteUpdateAsync(set => set.SetProperty(s => s.Taken, s => s.Taken - count), cancel);

    private DateOnly Today => site.DayOf(clock.GetUtcNow());

    private async Task<(Guid Slot, int Taken)> TakeAsync(MealPartner partner, DateOnly start, int wanted, CancellationToken cancel)
    {
        while (true)
        {
            var slot = await db.MealSlots.AsNoTracking().Where(s => s.MealPartnerId == partner.Id && s.Starts == start).Select(s => new { s.Id, s.Taken }).SingleAsync(cancel);
            var take = Math.Min(wanted, partner.Capacity - slot.Taken);
            if (take <= 0)
                return (slot.Id, 0);
            var most = partner.Capacity - take;
            if (await db.MealSlots.Where(s => s.Id == slot.Id && s.Taken <= most).ExecuteUpdateAsync(set => set.SetProperty(s => s.Taken, s => s.Taken + take), cancel) == 1)
                return (slot.Id, take);
        }
    }

    private async Task MakeAsync(Guid mealPartnerId, DateOnly start, CancellationToken cancel)
    {
        var slot = new MealSlot { Id = Guid.CreateVersion7(clock.GetUtcNow()), MealPartnerId = mealPartnerId, Starts = start };
        db.Add(slot);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // Another buyer made it at the same moment.
            db.Entry(slot).State = EntityState.Detached;
        }
    }
}
