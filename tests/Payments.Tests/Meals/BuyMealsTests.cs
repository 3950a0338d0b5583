using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;
using Solidarity.Payments.Checkout;
using Solidarity.Payments.Tests.Running;

namespace Solidarity.Payments.Tests.Meals;

[Collection(WithSandbox.Name)]
public class BuyMealsTests(StripeSandbox sandbox)
{
    [Fact]
    public async Task Two_restaurants_in_one_payment_get_a_transfer_each()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var kitchen = await Kitchen.OpenAsync(site);
        var gift = await kitchen.BuyAsync(kitchen.Request(200, kitchen.Wish(3), kitchen.Wish(1, cook: 1, ward: 1)));

        var donation = await site.DonationAsync(gift);
        Assert.Equal((DonationStatus.Paid, 4200), (donation.Status, donation.AmountMinor));
        // Stripe's fee of 0.88 falls on the meals by 0.84; shared 3 to 1.
        Assert.Equal((2937, 979), (await kitchen.PassedOnAsync(0), await kitchen.PassedOnAsync(1)));
        Assert.Equal(Enumerable.Repeat(VoucherStatus.Funded, 4), await kitchen.StatesAsync(gift));
        Assert.Equal(4, (await kitchen.VouchersAsync(gift)).Select(v => v.Code).Distinct().Count());
        await kitchen.AssertBooksAsync();
    }

    [Fact]
    public async Task What_nobody_paid_gives_its_places_back()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var kitchen = await Kitchen.OpenAsync(site, capacity: 5);
        var free = await kitchen.FreeAsync(0);
        var donation = await kitchen.StartAsync(kitchen.Request(kitchen.Wish(3)));
        Assert.Equal(free - 3, await kitchen.FreeAsync(0));

        await site.WithAsync<OpenCheckout, Uri>(open => open.RunAsync(donation.Id, default));
        await site.WithAsync<ExpireCheckout>(expire => expire.RunAsync(donation.Id, default));
        Assert.Equal(DonationStatus.Expired, (await site.DonationAsync(donation.Id)).Status);
        Assert.Equal(free, await kitchen.FreeAsync(0));

        await site.SettleAsync();
        Assert.Equal(free, await kitchen.FreeAsync(0));
        Assert.Empty(await kitchen.VouchersAsync());
    }

    [Fact]
    public async Task The_last_meals_are_sold_once_and_whoever_asks_for_more_hears_how_many_are_left()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var kitchen = await Kitchen.OpenAsync(site, capacity: 5);
        var free = await kitchen.FreeAsync(0);
        await kitchen.BuyAsync(kitchen.Wish(free - 1));

        var refusal = await Assert.ThrowsAsync<Refusal>(() => kitchen.StartAsync(kitchen.Request(kitchen.Wish(2))));
        Assert.Equal((Reason.MealsNotFree, 1), (refusal.Problems[0].Reason, refusal.Problems[0].Args[1]));
        Assert.Equal(1, await kitchen.FreeAsync(0));
        await kitchen.StartAsync(kitchen.Request(kitchen.Wish(1)));
        Assert.Equal(0, await kitchen.FreeAsync(0));
    }

    [Fact]
    public async Task Of_fifty_at_once_exactly_as_many_buy_as_there_are_places()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var kitchen = await Kitchen.OpenAsync(site, capacity: 5);
        var free = await kitchen.FreeAsync(0);
        var tries = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () =>
        {
            try
            {
                await kitchen.StartAsync(kitchen.Request(kitchen.Wish(1)));
                return true;
            }
            catch (Refusal refusal) when (refusal.Problems[0].Reason == Reason.MealsNotFree)
            {
                return false;
            }
        })));
        Assert.Equal(free, tries.Count(bought => bought));
        Assert.Equal(free, await site.DbAsync(db => db.MealOrders.SumAsync(o => o.Count)));
        Assert.Equal(0, await kitchen.FreeAsync(0));
    }

    [Theory]
    [InlineData(0, Reason.MealsMissing)]
    [InlineData(-1, Reason.MealsNotPositive)]
    [InlineData(1001, Reason.TooManyMeals)]
    public async Task Numbers_that_are_none_are_refused(int count, Reason reason)
    {
        await using var site = await Installation.StartAsync(sandbox);
        var kitchen = await Kitchen.OpenAsync(site);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => kitchen.StartAsync(kitchen.Request(kitchen.Wish(count))));
        Assert.Equal(reason, refusal.Problems[0].Reason);
    }

    [Fact]
    public async Task A_restaurant_that_cannot_be_paid_cannot_be_chosen()
    {
        await using var site = await Installation.StartAsync(sandbox);
        var kitchen = await Kitchen.OpenAsync(site);
        await site.DbAsync(db => db.Partners.Where(p => p.Id == kitchen.Cooks[1].PartnerId).ExecuteUpdateAsync(set => set.SetProperty(p => p.TransfersActive, false)));
        var refusal = await Assert.ThrowsAsync<Refusal>(() => kitchen.StartAsync(kitchen.Request(kitchen.Wish(1), kitchen.Wish(1, cook: 1))));
        Assert.Equal(Reason.MealPartnerUnknown, Assert.Single(refusal.Problems).Reason);
        Assert.Equal(0, await kitchen.FreeAsync(1));
    }
}
