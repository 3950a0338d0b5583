using Microsoft.Playwright;
using Solidarity.Browser.Tests.Running;
using Solidarity.Browser.Tests.Visiting;

namespace Solidarity.Browser.Tests;

/// <summary>Double clicks, the back button, a form sent again: one gift, one charge, one receipt, one mail.</summary>
[Collection(OneInstallation.Name)]
public sealed class TwiceTests(Installation installation)
{
    [Theory]
    [ClassData(typeof(EveryVariant))]
    public Task However_often_it_is_sent_it_is_one_gift(Script script, Device device) => Visitor.VisitAsync(installation, new(script, device), nameof(TwiceTests), async visitor =>
    {
        var (page, words) = (visitor.Page, visitor.Words);
        var before = await installation.Api.TotalsAsync(Giving.Campaign);
        await visitor.BeginAsync();
        IRequest? form = null;
        page.Request += (_, request) => form = request.Method == "POST" && request.Url.EndsWith("/give", StringComparison.Ordinal) ? request : form;
        await visitor.SubmitGift().DblClickAsync();
        await visitor.IsAskedToPayAsync();
        var checkout = page.Url;
        Assert.Equal(checkout, (await SentAgainAsync(visitor, form!)).ToString());

        await visitor.PayByCardAsync(Giving.Pays, twice: true);
        await visitor.WaitForHeadingAsync(words["Gifts.TitlePaid"]);
        var token = visitor.GiftToken;
        await page.ReloadAsync();
        await visitor.SeesHeadingAsync(words["Gifts.TitlePaid"]);
        await visitor.AllIsDoneAsync(token);

        var paid = await SentAgainAsync(visitor, form!);
        Assert.Equal($"/gifts/{token}", paid.AbsolutePath);
        await visitor.OpenAsync(paid.ToString());
        await Assertions.Expect(page.GetByRole(AriaRole.Status).GetByText(words["Gifts.AgainTitle"])).ToBeVisibleAsync();
        await visitor.LookAsync("gift, sent again");
        await visitor.OpenAsync(checkout);
        await visitor.SeesHeadingAsync(visitor.SandboxWords["done-title"]);
        await visitor.LookAsync("checkout, done");

        Assert.Equal(1, await installation.Sandbox.ChargesOfAsync(visitor.Email));
        Assert.Equal(1, await installation.Api.TimesAsync(token, "paid"));
        Assert.Equal(1, await installation.Api.TimesAsync(token, "receiptSent"));
        Assert.Equal(1, await (await visitor.MailsAsync()).CountAsync());
        Assert.Equal(new Totals(before.Raised + 25_00, before.Donations + 1), await installation.Api.TotalsAsync(Giving.Campaign));
    });

    [Theory]
    [ClassData(typeof(EveryVariant))]
    public Task Back_to_the_form_after_paying_and_sending_it_again_charges_nothing(Script script, Device device) => Visitor.VisitAsync(installation, new(script, device), "TwiceTests-back", async visitor =>
    {
        var (page, words) = (visitor.Page, visitor.Words);
        await visitor.BeginAsync();
        await visitor.GoToPaymentAsync();
        await visitor.PayByCardAsync(Giving.Pays);
        await visitor.WaitForHeadingAsync(words["Gifts.TitlePaid"]);
        var token = visitor.GiftToken;
        for (var steps = 0; !page.Url.Contains("/give", StringComparison.Ordinal); steps++)
        {
            Assert.True(steps < 5, "Going back does not lead to the form.");
            await page.GoBackAsync();
        }

        await visitor.Page.GetByLabel(words["Give.Email"]).FillAsync(visitor.Email);
        await visitor.PressAsync(visitor.SubmitGift());
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/gifts/{token}"));
        await Assertions.Expect(page.GetByRole(AriaRole.Status).GetByText(words["Gifts.AgainTitle"])).ToBeVisibleAsync();
        await visitor.AllIsDoneAsync(token);
        Assert.Equal(1, await installation.Sandbox.ChargesOfAsync(visitor.Email));
        Assert.Equal(1, await (await visitor.MailsAsync()).CountAsync());
    });

    /// <summary>Where the same form leads when it is sent once more.</summary>
    private static async Task<Uri> SentAgainAsync(Visitor visitor, IRequest form)
    {
        var answer = await visitor.SendAgainAsync(form);
        Assert.Equal(303, answer.Status);
        return new Uri(new Uri(form.Url), answer.Headers["location"]);
    }
}
