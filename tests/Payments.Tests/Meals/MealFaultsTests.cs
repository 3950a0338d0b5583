using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Meals;
using Solidarity.Payments.Tests.Running;

namespace Solidarity.Payments.Tests.Meals;

/// <summary>What the nightly check says of meals that somebody changed by hand.</summary>
[Collection(WithSandbox.Name)]
public class MealFaultsTests(StripeSandbox sandbox)
{
    [Theory]
    [InlineData("UPDATE \"MealCounts\" SET \"Confirmed\" = \"Confirmed\" + 1", " shows for site ")]
    [InlineData("UPDATE \"MealSlots\" SET \"Taken\" = 1", " has 1 places taken, but 2 meals need one.")]
    [InlineData("UPDATE \"MealVouchers\" SET \"Status\" = 'Redeemed' WHERE \"Code\" = (SELECT MIN(\"Code\") FROM \"MealVouchers\")", " is Redeemed, but its last move was to Funded.")]
    [InlineData("UPDATE \"MealOrders\" SET \"Count\" = 3", " has 2 vouchers, but 3 meals of it are paid.")]
    public async Task A_change_by_hand_is_named(string change, string fault)
    {
        await using var site = await Installation.StartAsync(sandbox);
        var kitchen = await Kitchen.OpenAsync(site);
        await kitchen.BuyAsync(kitchen.Request(kitchen.Wish(2)));
        Assert.Empty(await site.DbAsync(db => db.MealFaultsAsync(default)));

        await site.DbAsync(db => db.Database.ExecuteSqlRawAsync(change));
        Assert.Contains(await site.DbAsync(db => db.MealFaultsAsync(default)), said => said.Contains(fault, StringComparison.Ordinal));
    }
}
