using Microsoft.Playwright;
using Solidarity.Browser.Tests.Running;
using Solidarity.Browser.Tests.Visiting;

namespace Solidarity.Browser.Tests;

/// <summary>The bank asks whether it is really the card's owner who pays.</summary>
[Collection(OneInstallation.Name)]
public sealed class ThreeDSecureTests(Installation installation)
{
    [Theory]
    [ClassData(typeof(EveryVariant))]
    public Task A_gift_is_paid_once_the_bank_has_its_answer(Script script, Device device) => AskedAsync(script, device, nameof(A_gift_is_paid_once_the_bank_has_its_answer), async visitor =>
    {
        await visitor.PressAsync(visitor.Page.GetByRole(AriaRole.Button, new() { Name = visitor.SandboxWords["bank-yes"] }));
        await visitor.WaitForHeadingAsync(visitor.Words["Gifts.TitlePaid"]);
        Assert.Equal(1, await installation.Sandbox.ChargesOfAsync(visitor.Email));
    });

    [Theory]
    [ClassData(typeof(EveryVariant))]
    public Task A_no_to_the_bank_charges_nothing(Script script, Device device) => AskedAsync(script, device, nameof(A_no_to_the_bank_charges_nothing), async visitor =>
    {
        await visitor.PressAsync(visitor.Page.GetByRole(AriaRole.Button, new() { Name = visitor.SandboxWords["bank-no"] }));
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(visitor.SandboxWords["not-authenticated"]);
        Assert.Equal(0, await installation.Sandbox.ChargesOfAsync(visitor.Email));
        await visitor.PressAsync(visitor.Page.GetByRole(AriaRole.Link, new() { Name = visitor.SandboxWords["cancel"] }));
        await visitor.WaitForHeadingAsync(visitor.Words["Gifts.TitleDeclined"]);
    });

    private Task AskedAsync(Script script, Device device, string test, Func<Visitor, Task> answer) => Visitor.VisitAsync(installation, new(script, device), test, async visitor =>
    {
        await visitor.BeginAsync();
        await visitor.GoToPaymentAsync();
        await visitor.PayByCardAsync(Giving.AsksTheBank);
        await visitor.SeesHeadingAsync(visitor.SandboxWords["bank-title"]);
        await visitor.LookAsync("bank");
        await answer(visitor);
    });
}
