using Microsoft.Playwright;
using Solidarity.Browser.Tests.Running;
using Solidarity.Browser.Tests.Visiting;

namespace Solidarity.Browser.Tests;

/// <summary>From ten euros to a meal on a ward.</summary>
[Collection(OneInstallation.Name)]
public sealed class MealsTests(Installation installation)
{
    [Theory]
    [InlineData(Script.On, Device.Phone)]
    [InlineData(Script.Off, Device.Desktop)]
    public Task Two_meals_from_two_restaurants_are_followed_until_the_ward_has_them(Script script, Device device) => VisitAsync(new(script, device), "followed", async giver =>
    {
        await giver.OpenAsync($"/campaigns/{Meals.Campaign}");
        await giver.LookAsync("campaign of meals");
        await giver.PressAsync(giver.Page.GetByRole(AriaRole.Link, new() { Name = giver.Words["Campaigns.Continue"], Exact = true }));
        await giver.LookAsync("give meals");
        await giver.ChooseMealsAsync(Meals.Fatiha, Meals.Marmite);
        await giver.PayForMealsAsync();
        await giver.LookAsync("gift of meals, paid");
        foreach (var restaurant in new[] { Meals.Fatiha, Meals.Marmite })
        {
            await SeesAsync(giver, restaurant, "StepPaid", "StepSentToRestaurant");
            // Paid is not delivered, and does not look so.
            await Assertions.Expect(giver.WayOf(restaurant)).Not.ToContainTextAsync(giver.Words["Meals.StepDelivered"]);
        }

        var first = await CookAsync(giver.Variant, DemoPeople.Restaurant, Meals.Fatiha);
        await giver.Page.ReloadAsync();
        await SeesAsync(giver, Meals.Fatiha, "StepAccepted", "StepCooked", "StepDelivered", "NextConfirmed");
        await SeesAsync(giver, Meals.Marmite, "NextAccepted");
        await giver.LookAsync("gift of meals, delivered");
        var second = await CookAsync(giver.Variant, DemoPeople.Cook, Meals.Marmite);
        await ConfirmAsync(giver.Variant, first);
        await ConfirmAsync(giver.Variant, second);
        await giver.Page.ReloadAsync();
        await SeesAsync(giver, Meals.Fatiha, "StepConfirmed");
        await SeesAsync(giver, Meals.Marmite, "StepConfirmed");
        await giver.LookAsync("gift of meals, confirmed");
        // One mail a delivery, in the giver's language.
        var mails = (await giver.MailsAsync()).GetByRole(AriaRole.Link, new() { Name = giver.Words["MealMails.Delivered.Subject.1", 1, Meals.Ward] });
        await Assertions.Expect(mails).ToHaveCountAsync(2);
        await giver.PressAsync(mails.First);
        await Assertions.Expect(giver.Page.Locator("main pre")).ToBeVisibleAsync();
        await giver.LookAsync("mail, meals delivered");
    });

    [Fact]
    public Task Meals_that_nobody_cooks_yet_go_back_to_their_giver() => VisitAsync(new(Script.Off, Device.Phone), "refund", async giver =>
    {
        await giver.BuyAsync(Meals.Fatiha);
        var gift = new Uri(giver.Page.Url).AbsolutePath;
        await giver.PressAsync(giver.Page.GetByRole(AriaRole.Link, new() { Name = giver.Words["Gifts.AskBack"] }));
        await giver.LookAsync("gift of meals, ask for it back");
        await giver.PressAsync(giver.Page.GetByRole(AriaRole.Button, new() { Name = giver.Words["Meals.RefundSubmit"] }));
        // To load the page again before the answer is there would call the order back.
        await giver.Page.WaitForURLAsync(address => new Uri(address).AbsolutePath == gift);
        await giver.ReloadUntilAsync(giver.Page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = giver.Words["Gifts.TitleRefunded"] }));
        await SeesAsync(giver, Meals.Fatiha, "StepPaidBack");
        await giver.LookAsync("gift of meals, refunded");
        await giver.OpenAsync(gift + "/refund");
        await Assertions.Expect(giver.Page.GetByText(giver.Words["Meals.RefundNone"])).ToBeVisibleAsync();
    });

    [Fact]
    public Task Some_arrive_and_some_do_not() => VisitAsync(new(Script.On, Device.Desktop), "shortage", async giver =>
    {
        await giver.BuyAsync(Meals.Marmite);
        var gift = giver.Page.Url;
        var delivery = await CookAsync(giver.Variant, DemoPeople.Cook, Meals.Marmite);
        await VisitAsync(new(Script.On, Device.Phone), "shortage-ward", async nurse =>
        {
            await nurse.OpenAsync(await installation.LinkOfWardAsync(delivery));
            await nurse.PressAsync(nurse.Page.GetByText(nurse.Words["Ward.Fewer"], new() { Exact = true }));
            await nurse.Page.Locator("#Arrived").FillAsync("0");
            await nurse.Page.Locator("#Problem").FillAsync("Rien n’est arrivé.");
            await nurse.PressAsync(nurse.Page.GetByRole(AriaRole.Button, new() { Name = nurse.Words["Ward.Send"] }));
            await Assertions.Expect(nurse.Page.GetByText(nurse.Words["Ward.StaysOpen"])).ToBeVisibleAsync();
            await nurse.LookAsync("ward, a shortage");
        });
        await giver.Page.GotoAsync(gift);
        await SeesAsync(giver, Meals.Marmite, "StepMissing", "NextAccepted");
        await giver.LookAsync("gift of meals, missing");
    });

    private static async Task SeesAsync(Visitor giver, string restaurant, params string[] steps)
    {
        foreach (var step in steps)
            await Assertions.Expect(giver.WayOf(restaurant)).ToContainTextAsync(giver.Words[$"Meals.{step}"]);
    }

    /// <returns>The delivery, said to be delivered.</returns>
    private async Task<Guid> CookAsync(Variant like, DemoPerson cook, string restaurant)
    {
        var delivery = Guid.Empty;
        await VisitAsync(like with { Language = "fr", Locale = "fr-BE" }, $"cooked-{restaurant}", async visitor =>
        {
            await cook.SignInAsync(visitor.Page);
            delivery = await visitor.PlanAsync(restaurant);
            await visitor.MoveAsync(restaurant, delivery, "Deliver");
        });
        return delivery;
    }

    private async Task ConfirmAsync(Variant like, Guid delivery) => await VisitAsync(like with { Device = Device.Phone }, "confirmed", async nurse =>
    {
        await nurse.OpenAsync(await installation.LinkOfWardAsync(delivery));
        await nurse.LookAsync("ward, did it arrive");
        await nurse.PressAsync(nurse.Page.Locator("button[formaction*='handler=All']"));
        await Assertions.Expect(nurse.Page.GetByText(nurse.Words["Ward.DoneAnswered"])).ToBeVisibleAsync();
        await nurse.LookAsync("ward, answered");
    });

    private Task VisitAsync(Variant variant, string what, Func<Visitor, Task> visit) => Visitor.VisitAsync(installation, variant, $"{nameof(MealsTests)}-{what}", visit);
}
