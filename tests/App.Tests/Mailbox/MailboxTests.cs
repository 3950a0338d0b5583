using System.Net;
using System.Text;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.Donations;

namespace Solidarity.App.Tests.Mailbox;

/// <summary>In development the thank-you is in the local mailbox: in the giver's language, with its receipt.</summary>
[Collection(SiteTests.Name)]
public sealed class MailboxTests(SiteFixture site)
{
    [Fact]
    public async Task The_thank_you_is_there_once_with_its_receipt()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse("fr");
        var email = $"{campaign.Slug}@example.org";
        var answer = await browser.SendAsync(await browser.GoAsync(campaign.Give), ("amount", "25"), ("email", email), ("language", "nl"));
        await site.Stripe.PayAsync(answer.Next!, Cards.Pays);
        var token = Assert.Single(await site.DonationsOfAsync(campaign)).Token;
        await site.UntilAsync(token, DonationStatus.Paid);
        await site.UntilQuietAsync();

        var list = await browser.GoAsync("/dev/mailbox");
        var item = Assert.Single(list.Html.QuerySelectorAll("main li"), li => li.TextContent.Contains(email, StringComparison.Ordinal));
        var mail = await browser.GoAsync(item.QuerySelector("a")!.GetAttribute("href")!);

        Assert.Equal("nl", mail.Html.QuerySelector("pre")!.GetAttribute("lang"));
        Assert.Contains($"/gifts/{token}", mail.Words("pre"), StringComparison.Ordinal);
        var attached = await browser.BytesAsync(mail.Html.QuerySelector("dl a")!.GetAttribute("href")!);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(attached[..5]));
        var html = await browser.GoAsync(mail.Html.QuerySelector("iframe[sandbox]")!.GetAttribute("src")!);
        Assert.Contains("sandbox", html.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.DoesNotContain("script", html.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("nl", html.Html.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("/dev/mailbox/no-such.eml")]
    [InlineData("/dev/mailbox/..%2Fsolidarity.db")]
    public async Task Nothing_but_mails_is_shown(string path)
    {
        using var browser = site.Browse();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GoAsync(path)).Status);
    }
}
