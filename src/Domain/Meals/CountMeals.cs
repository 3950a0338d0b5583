using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Meals;

/// <summary>Keeps <see cref="MealCount"/> and <see cref="MealWeek"/>: whoever moves vouchers says so here, in the same database transaction.</summary>
public sealed class CountMeals(SolidarityDb db, Site site, TimeProvider clock)
{
    /// <summary>The same for each of their restaurants and sites.</summary>
    public async Task RunAsync(IEnumerable<MealVoucher> vouchers, VoucherStatus? from, VoucherStatus? to, CancellationToken cancel)
    {
        // Always in the same order: two who move meals never wait for each other in a circle.
        foreach (var group in vouchers.GroupBy(v => (v.MealPartnerId, v.CareSiteId)).OrderBy(g => g.Key))
            await RunAsync(group.Key.MealPartnerId, group.Key.CareSiteId, from, to, group.Count(), cancel);
    }

    /// <param name="from">Null where the meals are new.</param>
    /// <param name="to">Null where they leave this restaurant and site for another.</param>
    /// <param name="onTheirWay">How many more are on their way now; negative for those that arrived.</param>
    public async Task RunAsync(Guid mealPartnerId, Guid careSiteId, VoucherStatus? from, VoucherStatus? to, int count, CancellationToken cancel, int onTheirWay = 0)
    {
        // The week is everybody's row: taken first by all, it lets nobody wait for another in a circle.
        await WeekAsync(mealPartnerId, from, to, count, onTheirWay, cancel);
        int Change(VoucherStatus status) => (to == status ? count : 0) - (from == status ? count : 0);
        var (funded, accepted, delivered) = (Change(VoucherStatus.Funded), Change(VoucherStatus.Accepted), Change(VoucherStatus.Delivered));
        var (confirmed, redeemed, refunded) = (Change(VoucherStatus.Confirmed), Change(VoucherStatus.Redeemed), Change(VoucherStatus.Refunded));
        var changed = await db.MealCounts.Where(c => c.MealPartnerId == mealPartnerId && c.CareSiteId == careSiteId).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.Funded, c => c.Funded + funded)
            .SetProperty(c => c.Accepted, c => c.Accepted + accepted)
            .SetProperty(c => c.Delivered, c => c.Delivered + delivered)
            .SetProperty(c => c.Confirmed, c => c.Confirmed + confirmed)
            .SetProperty(c => c.Redeemed, c => c.Redeemed + redeemed)
            .SetProperty(c => c.Refunded, c => c.Refunded + refunded)
            .SetProperty(c => c.OnTheirWay, c => c.OnTheirWay + onTheirWay), cancel);
        if (changed > 0)
            return;
        // Two first payments at once: the second fails as a whole, and is tried again.
        db.MealCounts.Add(new MealCount
        {
            MealPartnerId = mealPartnerId,
            CareSiteId = careSiteId,
            Funded = funded,
            Accepted = accepted,
            Delivered = delivered,
            Confirmed = confirmed,
            Redeemed = redeemed,
            Refunded = refunded,
            OnTheirWay = onTheirWay,
        });
        await db.SaveChangesAsync(cancel);
    }

    private async Task WeekAsync(Guid mealPartnerId, VoucherStatus? from, VoucherStatus? to, int count, int onTheirWay, CancellationToken cancel)
    {
        int To(VoucherStatus status) => to == status ? count : 0;
        // What goes from one restaurant to another leaves and comes in one transaction.
        var paid = from is null ? To(VoucherStatus.Funded) : to is null ? -count : 0;
        // What had left the kitchen before it was delivered was counted then.
        var cooked = Math.Max(0, onTheirWay) + (to == VoucherStatus.Delivered ? count + onTheirWay : 0) + To(VoucherStatus.Redeemed);
        var (delivered, confirmed, redeemed) = (To(VoucherStatus.Delivered), To(VoucherStatus.Confirmed), To(VoucherStatus.Redeemed));
        if ((paid, cooked, delivered, confirmed, redeemed) == (0, 0, 0, 0, 0))
            return;
        var campaign = await db.MealPartners.Where(p => p.Id == mealPartnerId).Select(p => p.CampaignId).SingleAsync(cancel);
        var starts = site.DayOf(clock.GetUtcNow()).Monday();
        if (await AddAsync() > 0 || await MakeAsync(campaign, starts, paid, cooked, delivered, confirmed, redeemed, cancel))
            return;
        await AddAsync();

        Task<int> AddAsync() => db.MealWeeks.Where(w => w.CampaignId == campaign && w.Starts == starts).ExecuteUpdateAsync(set => set
            .SetProperty(w => w.Paid, w => w.Paid + paid)
            .SetProperty(w => w.Cooked, w => w.Cooked + cooked)
            .SetProperty(w => w.Delivered, w => w.Delivered + delivered)
            .SetProperty(w => w.Confirmed, w => w.Confirmed + confirmed)
            .SetProperty(w => w.Redeemed, w => w.Redeemed + redeemed), cancel);
    }

    /// <returns>False where somebody else began the week at the same moment.</returns>
    private async Task<bool> MakeAsync(Guid campaign, DateOnly starts, int paid, int cooked, int delivered, int confirmed, int redeemed, CancellationToken cancel)
    {
        var week = new MealWeek { CampaignId = campaign, Starts = starts, Paid = paid, Cooked = cooked, Delivered = delivered, Confirmed = confirmed, Redeemed = redeemed };
        db.MealWeeks.Add(week);
        try
        {
            await db.SaveChangesAsync(cancel);
            db.Entry(week).State = EntityState.Detached;
            return true;
        }
        catch (DbUpdateException e) when (e is not DbUpdateConcurrencyException)
        {
            db.Entry(week).State = EntityState.Detached;
            return false;
        }
    }
}
