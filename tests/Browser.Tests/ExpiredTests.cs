using Microsoft.Playwright;
using Solidarity.Browser.Tests.Running;
using Solidarity.Browser.Tests.Visiting;

namespace Solidarity.Browser.Tests;

/// <summary>The payment page lay open for too long.</summary>
[Collection(OneInstallation.Name)]
public sealed class ExpiredTests(Installation installation)
{
    private static readonly TimeSpan UntilClosed = TimeSpan.FromMinutes(121);

    [Theory]
    [ClassData(typeof(EveryVariant))]
    public Task A_payment_page_that_has_closed_leads_back_to_a_form_filled_in(Script script, Device device) => Visitor.VisitAsync(installation, new(script, device), nameof(ExpiredTests), async visitor =>
    {
        var (page, words) = (visitor.Page, visitor.Words);
        await visitor.BeginAsync();
        await visitor.GoToPaymentAsync();
        await using (await installation.Sandbox.ClockAheadAsync(UntilClosed))
        {
            await visitor.PayByCardAsync(Giving.Pays);
            await visitor.SeesHeadingAsync(visitor.SandboxWords["expired-title"]);
        }

        await visitor.LookAsync("checkout, expired");
        await visitor.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = visitor.SandboxWords["back"] }));
        await visitor.WaitForHeadingAsync(words["Gifts.TitleExpired"]);
        await visitor.LookAsync("gift, expired");
        await visitor.PressAsync(page.GetByRole(AriaRole.Link, new() { Name = words["Gifts.GiveAgain"] }));
        await Assertions.Expect(page.Locator("#amount-25")).ToBeCheckedAsync();
        await Assertions.Expect(page.Locator("#email")).ToHaveValueAsync(visitor.Email);
        await visitor.GoToPaymentAsync();
        await visitor.PayByCardAsync(Giving.Pays);
        await visitor.WaitForHeadingAsync(words["Gifts.TitlePaid"]);
        Assert.Equal(1, await installation.Sandbox.ChargesOfAsync(visitor.Email));
    });
}
