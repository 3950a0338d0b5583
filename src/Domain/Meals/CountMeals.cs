using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Meals;

/// <summary>Keeps <see cref="MealCount"/>: whoever moves vouchers says so here, in the same database transaction.</summary>
public sealed class CountMeals(SolidarityDb db)
{
    /// <param name="from">Null where the meals are new.</param>
    /// <param name="to">Null where they leave this restaurant and site for another.</param>
    /// <param name="onTheirWay">How many more are on their way now; negative for those that arrived.</param>
    public async Task RunAsync(Guid mealPartnerId, Guid careSiteId, VoucherStatus? from, VoucherStatus? to, int count, CancellationToken cancel, int onTheirWay = 0)
    {
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
}
