using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Meals;
using Solidarity.Payments.Tests.Running;

namespace Solidarity.Payments.Tests.Meals;

[Collection(WithSandbox.Name)]
public class RefundMealsTests(StripeSandbox sandbox)
{
    /// <param name="days">Since the week of the place began: it is sold until its Sunday.</param>
    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(5, 0)]
    [InlineData(6, 1)]
    public async Task A_place_of_a_week_that_has_begun_comes_back_while_it_can_be_sold(int days, int taken)
    {
        await using var site = await Installation.StartAsync(sandbox);
        var kitchen = await Kitchen.OpenAsync(site);
        var gift = await kitchen.BuyAsync(kitchen.Wish(1));
        var began = kitchen.Today().AddDays(-days);
        await site.DbAsync(db => db.MealSlots.Where(s => db.MealVouchers.Any(v => v.SlotId == s.Id)).ExecuteUpdateAsync(set => set.SetProperty(s => s.Starts, began)));
        await kitchen.RefundAsync(gift);
        Assert.Equal(taken, await site.DbAsync(db => db.MealSlots.Where(s => db.MealVouchers.Any(v => v.SlotId == s.Id)).Select(s => s.Taken).SingleAsync()));
    }

    [Fact]
    public async Task A_meal_that_nobody_cooked_is_given_back_by_its_own_restaurant_and_leaves_its_place()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var kitchen = await Kitchen.OpenAsync(site);
        var free = await kitchen.FreeAsync(0);
        var gift = await kitchen.BuyAsync(kitchen.Wish(2), kitchen.Wish(2, cook: 1));
        var one = (await kitchen.VouchersAsync(gift)).First(v => v.MealPartnerId == kitchen.Cooks[0].Id);
        var (first, second) = (await kitchen.PassedOnAsync(0), await kitchen.PassedOnAsync(1));

        await kitchen.RefundAsync(gift, [one.Id]);
        await site.SettleAsync();
        await site.SettleAsync();

        Assert.Equal((DonationStatus.PartlyRefunded, 1000), await StatusAsync(site, gift));
        Assert.Equal(((first + 1) / 2, second), (await kitchen.PassedOnAsync(0), await kitchen.PassedOnAsync(1)));
        Assert.Equal([VoucherStatus.Funded, VoucherStatus.Funded, VoucherStatus.Funded, VoucherStatus.Refunded], await kitchen.StatesAsync(gift));
        Assert.Equal(free - 1, await kitchen.FreeAsync(0));
        var count = await site.DbAsync(db => db.MealCounts.SingleAsync(c => c.MealPartnerId == kitchen.Cooks[0].Id));
        Assert.Equal((1, 1), (count.Funded, count.Refunded));
        await kitchen.AssertBooksAsync();
    }

    [Fact]
    public async Task With_the_last_meal_goes_the_tip()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var kitchen = await Kitchen.OpenAsync(site);
        var gift = await kitchen.BuyAsync(kitchen.Request(200, kitchen.Wish(2)));
        await kitchen.RefundAsync(gift);
        await site.SettleAsync();
        await site.SettleAsync();
        Assert.Equal((DonationStatus.Refunded, 2200), await StatusAsync(site, gift));
        Assert.Equal(0, await kitchen.PassedOnAsync(0));
        await kitchen.AssertBooksAsync();
    }

    [Fact]
    public async Task What_is_planned_or_eaten_is_refused_with_the_reason()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var kitchen = await Kitchen.OpenAsync(site);
        var gift = await kitchen.BuyAsync(kitchen.Wish(2));
        var delivery = await kitchen.PlanAsync(2);
        Assert.Equal(Reason.MealsPlanned, (await Assert.ThrowsAsync<Refusal>(() => kitchen.RefundAsync(gift))).Problems[0].Reason);
        await site.WithAsync<MoveDelivery>(move => move.DeliverAsync(delivery.Id, kitchen.Cooks[0].Id, kitchen.Person, default));
        Assert.Equal(Reason.MealsEaten, (await Assert.ThrowsAsync<Refusal>(() => kitchen.RefundAsync(gift))).Problems[0].Reason);
        Assert.Empty(await site.DbAsync(db => db.RefundOrders.ToListAsync()));
    }

    [Fact]
    public async Task A_refund_from_the_dashboard_takes_nothing_from_a_restaurant_that_cooked()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var kitchen = await Kitchen.OpenAsync(site);
        var gift = await kitchen.BuyAsync(kitchen.Wish(2), kitchen.Wish(1, cook: 1));
        await kitchen.DeliverAsync(1);
        var (first, losses) = (await kitchen.PassedOnAsync(0), await site.BalanceAsync(Accounts.Losses));

        await site.RefundAsync(gift);
        await site.SettleAsync();
        await site.SettleAsync();

        Assert.Equal([VoucherStatus.Delivered, VoucherStatus.Refunded, VoucherStatus.Refunded], await kitchen.StatesAsync(gift));
        Assert.Equal(((first + 1) / 2, 0), (await kitchen.PassedOnAsync(0), await kitchen.PassedOnAsync(1)));
        // The meal that was eaten, and Stripe's fee, are the platform's to bear.
        Assert.True(await site.BalanceAsync(Accounts.Losses) - losses >= first / 2);
        await kitchen.AssertBooksAsync();
    }

    [Fact]
    public async Task A_lost_dispute_is_as_a_refund_from_the_dashboard()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var kitchen = await Kitchen.OpenAsync(site);
        var gift = await kitchen.BuyAsync(kitchen.Wish(3));
        await kitchen.DeliverAsync(1);
        await kitchen.PlanAsync(1);
        var dispute = await site.DisputeAsync(gift);
        await site.SettleAsync();
        await site.DecideAsync(dispute, won: false);
        await site.SettleAsync();
        await site.SettleAsync();

        Assert.Equal([VoucherStatus.Delivered, VoucherStatus.Refunded, VoucherStatus.Refunded], await kitchen.StatesAsync(gift));
        Assert.Equal(DeliveryStatus.CalledOff, await site.DbAsync(db => db.MealDeliveries.Where(d => d.Number == 2).Select(d => d.Status).SingleAsync()));
        await kitchen.AssertBooksAsync();
    }

    private static async Task<(DonationStatus, long)> StatusAsync(Installation site, Guid gift)
    {
        var donation = await site.DonationAsync(gift);
        return (donation.Status, donation.RefundedMinor);
    }
}
