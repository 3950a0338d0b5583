using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Meals;

/// <summary>The ward says how many meals arrived. What did not is open again: the restaurant brings it, or the programme's rule applies; both are told.</summary>
public sealed class ConfirmDelivery(SolidarityDb db, MoveDelivery move, CountMeals counts, TellOfShortage tell, TimeProvider clock)
{
    /// <param name="arrived">How many, of those that were planned.</param>
    /// <param name="problem">What was wrong, if anything was.</param>
    /// <exception cref="Refusal">More than were planned, or it was answered before, or nothing was brought yet.</exception>
    public async Task RunAsync(Guid deliveryId, int arrived, string? problem, CancellationToken cancel)
    {
        try
        {
            await db.InTransactionAsync(() => SaveAsync(deliveryId, arrived, problem, cancel), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new Refusal(Reason.ChangedMeanwhile);
        }
    }

    private async Task SaveAsync(Guid deliveryId, int arrived, string? problem, CancellationToken cancel)
    {
        await db.MealDeliveries.Where(d => d.Id == deliveryId).LockAsync(cancel);
        var delivery = await db.MealDeliveries.SingleAsync(d => d.Id == deliveryId, cancel);
        if (delivery.AnsweredAt is not null)
            throw new Refusal(Reason.DeliveryAnswered);
        if (delivery.Status is not (DeliveryStatus.Left or DeliveryStatus.Delivered))
            throw new Refusal(Reason.DeliveryNotBrought);
        var (asked, now) = (new FormWords(), clock.GetUtcNow());
        asked.That(arrived >= 0 && arrived <= delivery.Count, Reason.MealsNotInDelivery, "arrived", delivery.Count);
        var words = asked.WordsOrNone(problem, "problem", MealDelivery.LongestWords);
        asked.Refuse();
        var by = $"ward:{delivery.Id:D}";
        // It is there, and the cook has not found the time to say so.
        if (delivery.Status == DeliveryStatus.Left)
            await move.BroughtAsync(delivery, by, cancel);
        delivery.MoveTo(arrived == delivery.Count && words is null ? DeliveryStatus.Confirmed : DeliveryStatus.Shortage, now);
        (delivery.Arrived, delivery.Problem) = (arrived, words);

        var vouchers = await db.MealVouchers.Where(v => v.DeliveryId == delivery.Id && v.Status == VoucherStatus.Delivered).OrderBy(v => v.PaidAt).ThenBy(v => v.Id).ToListAsync(cancel);
        foreach (var voucher in vouchers.Take(arrived))
            voucher.MoveTo(VoucherStatus.Confirmed, now, by, delivery.Id);
        foreach (var voucher in vouchers.Skip(arrived))
        {
            voucher.MoveTo(VoucherStatus.Funded, now, by);
            (voucher.ShortAt, voucher.MissingFromId) = (now, delivery.Id);
        }

        if (delivery.Status == DeliveryStatus.Shortage)
            await tell.RunAsync(delivery.Id, now, cancel);

        await db.SaveChangesAsync(cancel);
        if (arrived > 0)
            await counts.RunAsync(delivery.MealPartnerId, delivery.CareSiteId, VoucherStatus.Delivered, VoucherStatus.Confirmed, arrived, cancel);
        if (vouchers.Count > arrived)
            await counts.RunAsync(delivery.MealPartnerId, delivery.CareSiteId, VoucherStatus.Delivered, VoucherStatus.Funded, vouchers.Count - arrived, cancel);
    }
}
