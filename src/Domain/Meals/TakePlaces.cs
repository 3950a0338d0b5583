using Microsoft.EntityFrameworkCore;

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
    /// <param name="last">The last day that counts, if it is another than the programme's.</param>
    public async Task PrepareAsync(MealProgramme programme, IEnumerable<MealPartner> partners, CancellationToken cancel, DateOnly? last = null)
    {
        foreach (var partner in partners)
        {
            var starts = OpenSlots.Of(partner, programme, Today, last).ToList();
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
            var taken = await TakeAsync(partner, programme, wish.Count, cancel);
            if (taken.Sum(t => t.Count) is var found && found < wish.Count)
                throw new Refusal(Reason.MealsNotFree, MealFields.Count(wish), partner.Partner.Name, found);
            orders.AddRange(taken.Select(t => new MealOrder
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                DonationId = donationId,
                MealPartnerId = partner.Id,
                CareSiteId = wish.CareSiteId,
                SlotId = t.SlotId,
                Count = t.Count,
                UnitMinor = programme.UnitMinor,
            }));
        }

        return orders;
    }

    /// <summary>As many places as there are, up to <paramref name="wanted"/>, the earliest first. In the caller's database transaction, after <see cref="PrepareAsync"/>.</summary>
    public async Task<List<(Guid SlotId, int Count)>> TakeAsync(MealPartner partner, MealProgramme programme, int wanted, CancellationToken cancel, DateOnly? last = null)
    {
        var taken = new List<(Guid SlotId, int Count)>();
        foreach (var start in OpenSlots.Of(partner, programme, Today, last))
        {
            var left = wanted - taken.Sum(t => t.Count);
            if (left == 0)
                break;
            var (slot, count) = await TakeAsync(partner, start, left, cancel);
            if (count > 0)
                taken.Add((slot, count));
        }

        return taken;
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

    /// <summary>
    /// Meals that are not cooked there leave their places to others, where the day has not come or the week is not over: nobody could use the rest.
    /// In the caller's database transaction.
    /// </summary>
    public Task GiveBackAsync(IEnumerable<MealVoucher> vouchers, CancellationToken cancel) => GiveBackWhereOpenAsync(vouchers, 1, cancel);

    /// <summary>What was given back by mistake; the kitchen may have sold it since, and then cooks more.</summary>
    internal Task TakeAgainAsync(IEnumerable<MealVoucher> vouchers, CancellationToken cancel) => GiveBackWhereOpenAsync(vouchers, -1, cancel);

    private async Task GiveBackWhereOpenAsync(IEnumerable<MealVoucher> vouchers, int each, CancellationToken cancel)
    {
        foreach (var slot in vouchers.GroupBy(v => v.SlotId).OrderBy(g => g.Key))
        {
            if (await IsOpenAsync(slot.Key, cancel))
                await GiveBackAsync(slot.Key, each * slot.Count(), cancel);
        }
    }

    /// <summary>Tomorrow or later can still be bought, as <see cref="OpenSlots"/> has it: of a week that is its Sunday.</summary>
    private Task<bool> IsOpenAsync(Guid slotId, CancellationToken cancel)
    {
        var (today, weekBefore) = (Today, Today.AddDays(-6));
        return db.MealSlots.AnyAsync(s => s.Id == slotId && (s.Starts > today || (s.MealPartner.Per == CapacityPer.Week && s.Starts > weekBefore)), cancel);
    }

    private Task<int> GiveBackAsync(Guid slotId, int count, CancellationToken cancel) =>
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
