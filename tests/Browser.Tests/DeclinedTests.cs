using Microsoft.Playwright;
using Solidarity.Browser.Tests.Running;
using Solidarity.Browser.Tests.Visiting;

namespace Solidarity.Browser.Tests;

/// <summary>The bank says no, or the giver turns round at the payment page: nothing is charged, and the way on is open.</summary>
[Collection(OneInstallation.Name)]
public sealed class DeclinedTests(Installation installation)
{
    [Theory]
    [ClassData(typeof(EveryVariant))]
    public Task Another_card_pays_after_one_was_declined(Script script, Device device) => Visitor.VisitAsync(installation, new(script, device), nameof(DeclinedTests), async visitor =>
    {
        var (page, words) = (visitor.Page, visitor.Words);
        await visitor.BeginAsync();
        await visitor.GoToPaymentAsync();
        await visitor.PayByCardAsync(Giving.Declined);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(visitor.SandboxWords["declined"]);
        await visitor.LookAsync("checkout, declined");

        await visitor.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = visitor.SandboxWords["cancel"] }));
        await visitor.WaitForHeadingAsync(words["Gifts.TitleDeclined"]);
        await visitor.LookAsync("gift, declined");
        await visitor.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = words["Gifts.TryAgain"] }));
        await visitor.IsAskedToPayAsync();

        await visitor.PayByCardAsync(Giving.Pays);
        await visitor.WaitForHeadingAsync(words["Gifts.TitlePaid"]);
        await Assertions.Expect(page.Locator(".trace")).ToContainTextAsync(words["Gifts.TraceDeclined"]);
        Assert.Equal(1, await installation.Sandbox.ChargesOfAsync(visitor.Email));
    });

    [Theory]
    [ClassData(typeof(EveryVariant))]
    public Task Who_came_back_without_paying_can_go_on(Script script, Device device) => Visitor.VisitAsync(installation, new(script, device), "DeclinedTests-back", async visitor =>
    {
        var (page, words) = (visitor.Page, visitor.Words);
        await visitor.BeginAsync();
        await visitor.GoToPaymentAsync();
        await visitor.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = visitor.SandboxWords["cancel"] }));
        await visitor.SeesHeadingAsync(words["Gifts.TitleBack"]);
        await visitor.LookAsync("gift, back");
        Assert.Equal(0, await installation.Sandbox.ChargesOfAsync(visitor.Email));

        await visitor.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = words["Gifts.Change"] }));
        await Assertions.Expect(page.Locator("#email")).ToHaveValueAsync(visitor.Email);
        await page.GoBackAsync();
        await visitor.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = words["Gifts.Pay"] }));
        await visitor.IsAskedToPayAsync();
        await visitor.PayByCardAsync(Giving.Pays);
        await visitor.WaitForHeadingAsync(words["Gifts.TitlePaid"]);
        Assert.Equal(1, await installation.Sandbox.ChargesOfAsync(visitor.Email));
    });
}
