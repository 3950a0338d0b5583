using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;

namespace Solidarity.Domain.Meals;

/// <summary>
/// Money of a donation with meals is gone, by a refund or a lost dispute: as many meals as it paid for are nobody's to cook any more, as far as they
/// are not cooked. Runs in the caller's database transaction.
/// </summary>
public sealed class LoseMeals(SolidarityDb db, CountMeals counts, TakePlaces places, TimeProvider clock)
{
    /// <returns>What the meals cost that an order names; zero where it names none.</returns>
    public async Task<long> PriceAsync(Guid? orderId, CancellationToken cancel) =>
        orderId is { } id ? await db.MealVouchers.Where(v => v.RefundOrderId == id).SumAsync(v => v.Order.UnitMinor, cancel) : 0;

    /// <returns>How many meals of a transfer are paid for still.</returns>
    public Task<int> StandingAsync(Guid transferId, CancellationToken cancel) =>
        db.MealVouchers.CountAsync(v => v.TransferId == transferId && v.Status != VoucherStatus.Refunded, cancel);

    /// <param name="donation">With its lines, as they are refunded now.</param>
    /// <param name="by">The refund or dispute.</param>
    public async Task RunAsync(Donation donation, string by, CancellationToken cancel)
    {
        var vouchers = await db.MealVouchers.Include(v => v.Order).Include(v => v.Slot).Include(v => v.Delivery).Where(v => v.DonationId == donation.Id)
            .OrderByDescending(v => v.Status == VoucherStatus.Funded).ThenByDescending(v => v.Id).ToListAsync(cancel);
        if (vouchers.Count == 0)
            return;
        var gift = donation.Lines.Single(l => l.Kind == LineKind.Gift);
        var gone = gift.RefundedMinor == gift.AmountMinor ? vouchers.Count : (int)(gift.RefundedMinor / vouchers[0].Order.UnitMinor);
        var open = vouchers.Where(v => v.Status == VoucherStatus.Funded || v.Delivery?.Status == DeliveryStatus.Planned);
        foreach (var voucher in open.Take(Math.Max(0, gone - vouchers.Count(v => v.Status == VoucherStatus.Refunded))).ToList())
            await LoseAsync(voucher, by, cancel);
    }

    private async Task LoseAsync(MealVoucher voucher, string by, CancellationToken cancel)
    {
        var (from, now) = (voucher.Status, clock.GetUtcNow());
        if (voucher.Delivery is { } delivery)
        {
            delivery.TakeOut(now);
            voucher.MoveTo(VoucherStatus.Funded, now, by);
        }

        voucher.MoveTo(VoucherStatus.Refunded, now, by);
        await db.SaveChangesAsync(cancel);
        await counts.RunAsync(voucher.MealPartnerId, voucher.CareSiteId, from, VoucherStatus.Refunded, 1, cancel);
        await places.GiveBackAsync([voucher], cancel);
    }
}
