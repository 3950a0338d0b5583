using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Kitchen;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.Meals;
using Solidarity.Jobs.Meals;

namespace Solidarity.App.Tests.Meals;

/// <summary>What the programme promised about meals that are late.</summary>
[Collection(SiteTests.Name)]
public sealed class MealRulesTests(SiteFixture site)
{
    [Fact]
    public async Task However_many_are_late_all_go_on_the_same_morning()
    {
        const int Meals = 501;
        var kitchen = await DemoKitchen.MakeAsync(site);
        var gift = await kitchen.BuyAsync(Meals);
        var over = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-2);
        await site.InDbAsync(db => db.MealProgrammes.Where(p => p.CampaignId == kitchen.Campaign.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Rule, UndeliveredRule.AnotherSite).SetProperty(p => p.DeliverBy, over)));
        await site.WithAsync<ApplyMealRules>(rules => rules.RunAsync(default));
        Assert.Equal(Meals, await site.InDbAsync(db => db.MealVouchers.CountAsync(v => v.DonationId == gift.Id && v.CareSiteId == kitchen.Wards[1].Id)));
    }
}
