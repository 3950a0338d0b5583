using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;

namespace Solidarity.Domain.Meals;

/// <summary>A donation was paid: one voucher for each of its meals. Runs in the caller's database transaction, once a donation.</summary>
public sealed class FundVouchers(SolidarityDb db, CountMeals counts, TimeProvider clock)
{
    /// <param name="by">The charge.</param>
    public async Task RunAsync(Donation donation, DateTimeOffset paidAt, string by, CancellationToken cancel)
    {
        var orders = await db.MealOrders.AsNoTracking().Where(o => o.DonationId == donation.Id).ToListAsync(cancel);
        var now = clock.GetUtcNow();
        foreach (var order in orders)
        {
            for (var i = 0; i < order.Count; i++)
                db.Add(Voucher(order, paidAt, now, by));
        }

        await db.SaveChangesAsync(cancel);
        foreach (var group in orders.GroupBy(o => (o.MealPartnerId, o.CareSiteId)).OrderBy(g => g.Key))
            await counts.RunAsync(group.Key.MealPartnerId, group.Key.CareSiteId, null, VoucherStatus.Funded, group.Sum(o => o.Count), cancel);
    }

    private static MealVoucher Voucher(MealOrder order, DateTimeOffset paidAt, DateTimeOffset now, string by)
    {
        var voucher = new MealVoucher
        {
            Id = Guid.CreateVersion7(now),
            Code = VoucherCode.Create(),
            OrderId = order.Id,
            DonationId = order.DonationId,
            MealPartnerId = order.MealPartnerId,
            CareSiteId = order.CareSiteId,
            SlotId = order.SlotId,
            PaidAt = paidAt,
        };
        voucher.Moves.Add(new VoucherMove { VoucherId = voucher.Id, From = VoucherStatus.Funded, To = VoucherStatus.Funded, At = paidAt, By = by });
        return voucher;
    }
}
