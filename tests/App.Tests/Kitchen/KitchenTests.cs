using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Organisations;

namespace Solidarity.App.Tests.Kitchen;

[Collection(SiteTests.Name)]
public sealed class KitchenTests(SiteFixture site)
{
    private DateOnly Today => site.Services.GetRequiredService<Domain.Site>().DayOf(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task A_day_from_what_waits_to_what_the_ward_missed()
    {
        var kitchen = await DemoKitchen.MakeAsync(site);
        await kitchen.BuyAsync(3, message: "Courage <3");
        await kitchen.BuyAsync(2);
        using var cook = await kitchen.BrowseAsync();
        var home = await cook.GoAsync(kitchen.Home);
        Assert.Contains("5 meals for Children, Saint Mary", home.Main, StringComparison.Ordinal);

        var form = await cook.GoAsync(home.Html.QuerySelector("a[href*='/plan?']")!.GetAttribute("href")!);
        Assert.Equal("5", form.Value("Count"));
        var planned = await cook.SendAsync(form, ("Count", "4"), ("Day", Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("From", "12:00"), ("Until", "13:00"));
        var slip = await cook.GoAsync(planned.Next!);
        Assert.Contains("4 meals for Children", slip.Main, StringComparison.Ordinal);
        foreach (var said in new[] { "Celery <b>", "Sister Ann", "1 Hospital Street", "12:00–13:00", "Courage <3" })
            Assert.Contains(said, slip.Main, StringComparison.Ordinal);
        var delivery = Assert.Single(await kitchen.DeliveriesAsync());
        // The ward's link is the ward's alone.
        Assert.DoesNotContain(delivery.Token, slip.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        var day = await cook.GoAsync($"{kitchen.Home}/days/{delivery.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        Assert.Equal("4", day.Html.QuerySelector("tfoot td")!.TextContent);

        home = await cook.GoAsync(kitchen.Home);
        Assert.Contains("1 meal for Children", home.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await cook.PressAsync(home, "Leave")).Status);
        home = await cook.GoAsync(kitchen.Home);
        Assert.Null(home.Html.QuerySelector("button[formaction*='Leave']"));
        Assert.Equal(HttpStatusCode.Redirect, (await cook.PressAsync(home, "Deliver")).Status);

        await site.WithAsync<ConfirmDelivery>(confirm => confirm.RunAsync(delivery.Id, 3, "One box was open.", default));
        home = await cook.GoAsync(kitchen.Home);
        Assert.Contains("3 of 4 arrived at Children", home.Words("section:first-of-type"), StringComparison.Ordinal);
        Assert.Contains("One box was open.", home.Words(".notice.bad"), StringComparison.Ordinal);
        Assert.Equal("1", (await cook.GoAsync(home.Html.QuerySelector(".notice.bad a.button")!.GetAttribute("href")!)).Value("Count"));
    }

    [Fact]
    public async Task A_contested_gift_waits_for_the_bank_and_is_neither_planned_nor_served()
    {
        var kitchen = await DemoKitchen.MakeAsync(site);
        var gift = await kitchen.BuyAsync(1);
        var code = Assert.Single(await kitchen.CodesAsync(gift));
        Task BankAsync(DonationStatus status) => site.InDbAsync(db => db.Donations.Where(d => d.Id == gift.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Status, status)));
        await BankAsync(DonationStatus.Disputed);
        using var cook = await kitchen.BrowseAsync();
        Assert.Null((await cook.GoAsync(kitchen.Home)).Html.QuerySelector("a[href*='/plan?']"));
        var counter = await cook.GoAsync($"{kitchen.Home}/counter");
        Assert.Contains(Words.Of("en", Reason.VoucherDisputed), (await cook.SendFormAsync(counter, "form#serve", ("Code", code))).Main, StringComparison.Ordinal);
        var plan = new DeliveryPlan(kitchen.Wards[0].Id, 1, Today, new TimeOnly(12, 0), new TimeOnly(13, 0));
        var refused = await Assert.ThrowsAsync<Refusal>(() => site.WithAsync<PlanDelivery>(planning => planning.RunAsync(kitchen.Cook.Id, plan, Guid.NewGuid(), default)));
        Assert.Contains(refused.Problems, p => p.Reason == Reason.MealsNotWaiting);
        await BankAsync(DonationStatus.Paid);
        Assert.Equal(HttpStatusCode.Redirect, (await cook.SendFormAsync(counter, "form#serve", ("Code", code))).Status);
    }

    [Fact]
    public async Task Nothing_leaves_before_its_day()
    {
        var kitchen = await DemoKitchen.MakeAsync(site);
        await kitchen.BuyAsync(1);
        var tomorrow = Today.AddDays(1);
        await site.WithAsync<PlanDelivery>(plan => plan.RunAsync(kitchen.Cook.Id, new DeliveryPlan(kitchen.Wards[0].Id, 1, tomorrow, new TimeOnly(12, 0), new TimeOnly(13, 0)), Guid.NewGuid(), default));
        using var cook = await kitchen.BrowseAsync();
        var home = await cook.GoAsync(kitchen.Home);
        Assert.Null(home.Html.QuerySelector("button[formaction*='handler=']"));
        Assert.NotNull(home.Html.QuerySelector("a[href$='/call-off']"));
        foreach (var handler in new[] { "Leave", "Deliver" })
        {
            var fields = home.Html.QuerySelectorAll(".slip input").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value")!));
            var refused = await cook.PostAsync($"{kitchen.Home}?handler={handler}", fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(Words.Of("en", Reason.DeliveryAhead, "|").Split('|')[0], refused.Main, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_another_restaurant_gave_up_waits_here_and_says_so()
    {
        var (kitchen, other) = (await DemoKitchen.MakeAsync(site), await DemoKitchen.MakeAsync(site));
        var code = Assert.Single(await other.CodesAsync(await other.BuyAsync(1)));
        await site.InDbAsync(async db =>
        {
            (await db.MealVouchers.SingleAsync(v => v.Code == code)).Reassign(kitchen.Cook.Id, kitchen.Wards[1].Id, TimeProvider.System.GetUtcNow(), "rule");
            return await db.SaveChangesAsync();
        });
        using var cook = await kitchen.BrowseAsync();
        Assert.Contains("1 comes from another restaurant", (await cook.GoAsync(kitchen.Home)).Main, StringComparison.Ordinal);
        using var before = await other.BrowseAsync();
        var counter = await before.GoAsync($"{other.Home}/counter");
        Assert.Contains(Words.Of("en", Reason.CodeNotValid), (await before.SendFormAsync(counter, "form#serve", ("Code", code))).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_mistake_in_a_plan_stands_at_its_field()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var kitchen = await DemoKitchen.MakeAsync(site, (OpenDays)(1 << (((int)today.AddDays(2).DayOfWeek + 6) % 7)));
        await kitchen.BuyAsync(2);
        using var cook = await kitchen.BrowseAsync(language: "fr");
        var form = await cook.GoAsync($"{kitchen.Home}/plan?cook={kitchen.Cook.Id}&ward={kitchen.Wards[0].Id}");
        Assert.Equal(4, form.Html.QuerySelectorAll("#Day option").Length);
        var refused = await cook.SendAsync(form, ("Count", "3"), ("Day", today.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("From", "13:00"), ("Until", "12:00"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(Words.Of("fr", Reason.KitchenClosed), refused.Words("#Day-error"), StringComparison.Ordinal);
        Assert.Contains(Words.Of("fr", Reason.MealsNotWaiting, 2), refused.Words("#Count-error"), StringComparison.Ordinal);
        Assert.NotEqual("", refused.Words("#Until-error"));
        Assert.Equal("3", refused.Value("Count"));
        Assert.Empty(await kitchen.DeliveriesAsync());
    }

    [Fact]
    public async Task Calling_off_is_asked_for_twice_and_only_before_it_left()
    {
        var kitchen = await DemoKitchen.MakeAsync(site);
        await kitchen.BuyAsync(2);
        using var cook = await kitchen.BrowseAsync();
        await PlanAsync(cook, kitchen);
        await PlanAsync(cook, kitchen);
        var deliveries = await kitchen.DeliveriesAsync();
        Assert.Equal([1, 2], deliveries.Select(d => d.Number));
        Assert.Equal(deliveries[0].Day, deliveries[1].Day);

        var ask = await cook.GoAsync($"{kitchen.Home}/deliveries/{deliveries[0].Id}/call-off");
        Assert.Equal(HttpStatusCode.Redirect, (await cook.SendAsync(ask)).Status);
        Assert.Equal(DeliveryStatus.CalledOff, (await kitchen.DeliveriesAsync())[0].Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await cook.SendAsync(ask)).Status);
        Assert.Contains("1 meal for Children", (await cook.GoAsync(kitchen.Home)).Words("section:last-of-type"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restaurant_sees_only_its_own()
    {
        var (kitchen, other) = (await DemoKitchen.MakeAsync(site), await DemoKitchen.MakeAsync(site));
        await kitchen.BuyAsync(2);
        using var cook = await kitchen.BrowseAsync();
        using var stranger = await other.BrowseAsync(OrganisationRole.Owner);
        await PlanAsync(cook, kitchen);
        await cook.SendAsync(await cook.GoAsync($"{kitchen.Home}/sheets"));
        var delivery = Assert.Single(await kitchen.DeliveriesAsync());

        foreach (var path in new[] { $"deliveries/{delivery.Id}", $"deliveries/{delivery.Id}/call-off", "sheets/1", "sheets/1/paper" })
        {
            Assert.Equal(HttpStatusCode.OK, (await cook.GoAsync($"{kitchen.Home}/{path}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GoAsync($"{other.Home}/{path}")).Status);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GoAsync($"{other.Home}/plan?cook={kitchen.Cook.Id}&ward={kitchen.Wards[0].Id}")).Status);
        Assert.DoesNotContain("Children", (await stranger.GoAsync(other.Home)).Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Children", (await stranger.GoAsync($"{other.Home}/days/{delivery.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}")).Main, StringComparison.Ordinal);
        var token = (await stranger.GoAsync($"{other.Home}/counter")).Value("__RequestVerificationToken");
        foreach (var handler in new[] { "Leave", "Deliver" })
        {
            var answer = await stranger.PostAsync($"{other.Home}?handler={handler}", [new("delivery", delivery.Id.ToString()), new("__RequestVerificationToken", token)]);
            Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"{other.Home}/deliveries/{delivery.Id}/call-off", [new("__RequestVerificationToken", token)])).Status);
        Assert.Equal(DeliveryStatus.Planned, Assert.Single(await kitchen.DeliveriesAsync()).Status);
        Assert.NotEqual(HttpStatusCode.OK, (await stranger.GoAsync(kitchen.Home)).Status);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("2026-02-30")]
    public async Task What_is_no_day_is_not_found(string day)
    {
        var kitchen = await DemoKitchen.MakeAsync(site);
        using var cook = await kitchen.BrowseAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await cook.GoAsync($"{kitchen.Home}/days/{day}")).Status);
    }

    private static async Task PlanAsync(Browser cook, DemoKitchen kitchen) =>
        await cook.SendAsync(await cook.GoAsync($"{kitchen.Home}/plan?cook={kitchen.Cook.Id}&ward={kitchen.Wards[0].Id}"), ("Count", "1"));
}
