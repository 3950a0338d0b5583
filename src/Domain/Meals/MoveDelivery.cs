using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Messages;

namespace Solidarity.Domain.Meals;

/// <summary>The restaurant says that a delivery left the kitchen, was brought, or is called off; its vouchers follow.</summary>
public sealed class MoveDelivery(SolidarityDb db, CountMeals counts, Site site, TimeProvider clock)
{
    /// <summary>The ward is told.</summary>
    /// <exception cref="Refusal">Its day is yet to come, it left already, or was called off.</exception>
    public Task LeaveAsync(Guid deliveryId, Guid mealPartnerId, CancellationToken cancel) => MoveAsync(deliveryId, mealPartnerId, async delivery =>
    {
        NotAhead(delivery);
        delivery.MoveTo(DeliveryStatus.Left, clock.GetUtcNow());
        db.Send(OutboxKinds.MealsLeft, delivery.Id, delivery.LeftAt!.Value);
        await db.SaveChangesAsync(cancel);
        await counts.RunAsync(delivery.MealPartnerId, delivery.CareSiteId, null, null, 0, cancel, onTheirWay: delivery.Count);
    }, cancel);

    /// <summary>Givers are told, and the ward if it was not when they left.</summary>
    /// <exception cref="Refusal">Its day is yet to come, it was brought already, or was called off.</exception>
    public Task DeliverAsync(Guid deliveryId, Guid mealPartnerId, Guid personId, CancellationToken cancel) => MoveAsync(deliveryId, mealPartnerId, delivery =>
    {
        NotAhead(delivery);
        return BroughtAsync(delivery, personId.ToString("D"), cancel);
    }, cancel);

    /// <summary>In the caller's database transaction: the restaurant said that it was brought, or the ward, which has it.</summary>
    internal async Task BroughtAsync(MealDelivery delivery, string by, CancellationToken cancel)
    {
        var (now, left) = (clock.GetUtcNow(), delivery.Status == DeliveryStatus.Left);
        delivery.MoveTo(DeliveryStatus.Delivered, now);
        await MoveVouchersAsync(delivery, VoucherStatus.Delivered, delivery.Id, by, cancel);
        db.Send(OutboxKinds.MealsDelivered, delivery.Id, now);
        await db.SaveChangesAsync(cancel);
        await counts.RunAsync(delivery.MealPartnerId, delivery.CareSiteId, VoucherStatus.Accepted, VoucherStatus.Delivered, delivery.Count, cancel, left ? -delivery.Count : 0);
    }

    /// <summary>Before it left: its meals wait again.</summary>
    /// <exception cref="Refusal">It left already, or was called off.</exception>
    public Task CallOffAsync(Guid deliveryId, Guid mealPartnerId, Guid personId, CancellationToken cancel) => CallOffAsync(deliveryId, mealPartnerId, personId.ToString("D"), cancel);

    /// <summary>Its day is over and nobody said that it left (<see cref="LateMeals.Forgotten"/>): whose meals are in it could never be given back otherwise.</summary>
    /// <exception cref="Refusal">It left at this moment, or was called off.</exception>
    public Task ForgetAsync(Guid deliveryId, Guid mealPartnerId, CancellationToken cancel) => CallOffAsync(deliveryId, mealPartnerId, $"forgotten:{deliveryId:D}", cancel);

    private Task CallOffAsync(Guid deliveryId, Guid mealPartnerId, string by, CancellationToken cancel) => MoveAsync(deliveryId, mealPartnerId, async delivery =>
    {
        delivery.MoveTo(DeliveryStatus.CalledOff, clock.GetUtcNow());
        await MoveVouchersAsync(delivery, VoucherStatus.Funded, null, by, cancel);
        await db.SaveChangesAsync(cancel);
        await counts.RunAsync(delivery.MealPartnerId, delivery.CareSiteId, VoucherStatus.Accepted, VoucherStatus.Funded, delivery.Count, cancel);
    }, cancel);

    /// <summary>A tap on the wrong line of tomorrow's work.</summary>
    private void NotAhead(MealDelivery delivery)
    {
        if (delivery.Day > site.DayOf(clock.GetUtcNow()))
            throw new Refusal(Reason.DeliveryAhead, null, delivery.Day);
    }

    private async Task MoveAsync(Guid deliveryId, Guid mealPartnerId, Func<MealDelivery, Task> move, CancellationToken cancel)
    {
        try
        {
            await db.InTransactionAsync(async () =>
            {
                await db.MealDeliveries.Where(d => d.Id == deliveryId).LockAsync(cancel);
                await move(await db.MealDeliveries.SingleAsync(d => d.Id == deliveryId && d.MealPartnerId == mealPartnerId, cancel));
            }, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Two taps, or two people: the other was first.
            throw new Refusal(Reason.ChangedMeanwhile);
        }
    }

    private async Task MoveVouchersAsync(MealDelivery delivery, VoucherStatus to, Guid? deliveryId, string by, CancellationToken cancel)
    {
        foreach (var voucher in await db.MealVouchers.Where(v => v.DeliveryId == delivery.Id).ToListAsync(cancel))
            voucher.MoveTo(to, clock.GetUtcNow(), by, deliveryId);
    }
}
