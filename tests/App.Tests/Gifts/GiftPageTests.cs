using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Jobs.Receipts;
using GiftTexts = Solidarity.Web.Texts.Gifts;

namespace Solidarity.App.Tests.Gifts;

/// <summary>Each way a payment can go ends in the right state with the right words, one receipt at most.</summary>
[Collection(SiteTests.Name)]
public sealed class GiftPageTests(SiteFixture site)
{
    public static TheoryData<string> AllLanguages => Words.AllLanguages;

    [Theory, MemberData(nameof(AllLanguages))]
    public async Task Paid_with_a_card(string language)
    {
        var (browser, checkout, token) = await BeginAsync(language);
        var back = await site.Stripe.PayAsync(checkout, Cards.Pays);
        Assert.Equal($"/gifts/{token}?done=1", back!.PathAndQuery);
        await site.UntilAsync(token, DonationStatus.Paid);
        await site.UntilQuietAsync();

        var page = await browser.GoAsync($"/gifts/{token}");

        Assert.Equal(Words.Of<GiftTexts>(language, "TitlePaid"), page.Heading);
        Assert.Equal(Words.Of<GiftTexts>(language, "StampPaid"), page.Words(".stamp"));
        Assert.Contains(Words.Of(language, Money.Eur(2700)), page.Main, StringComparison.Ordinal);
        // 0.66 for Stripe: 0.61 of the gift of 25.00, of which 24.39 is passed on, and 0.05 of the tip.
        foreach (var part in new[] { 66, 61, 5, 2439 })
            Assert.Contains(Words.Of(language, Money.Eur(part)), page.Words(".trace"), StringComparison.Ordinal);
        Assert.Contains("Léa Dumont", page.Main, StringComparison.Ordinal);
        Assert.Contains("l…@example.org", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("lea@example.org", page.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        string[] steps = ["TraceStarted", "TracePaid", "TraceReceiptSent", "TracePassedOn"];
        var trace = page.Html.QuerySelectorAll(".trace strong").Select(s => Page.Plain(s.TextContent)).ToHashSet();
        Assert.Equal(steps.Select(s => Words.Of<GiftTexts>(language, s, DemoCampaign.PartnerName)).ToHashSet(), trace);

        var receipt = page.Html.QuerySelector("a[href$='.pdf']")!.GetAttribute("href")!;
        var pdf = await browser.GoAsync(receipt);
        Assert.Equal(("application/pdf", "no-store"), (pdf.Headers["Content-Type"], pdf.Headers["Cache-Control"]));
        Assert.StartsWith($"inline; filename=\"{language switch { "fr" => "recu", "nl" => "ontvangstbewijs", "it" => "ricevuta", "de" => "quittung", _ => "receipt" }}-", pdf.Headers["Content-Disposition"], StringComparison.Ordinal);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString((await browser.BytesAsync(receipt))[..5]));
    }

    [Fact]
    public async Task A_receipt_does_not_follow_a_later_name()
    {
        var (_, checkout, token) = await BeginAsync();
        await site.Stripe.PayAsync(checkout, Cards.Pays);
        await site.UntilAsync(token, DonationStatus.Paid);
        await site.UntilQuietAsync();
        var donation = await site.DonationAsync(token);
        var before = await ReceiptAsync(donation.Id);
        await site.InDbAsync(db => db.Campaigns.Where(c => db.DonationLines.Any(l => l.DonationId == donation.Id && l.CampaignId == c.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Title, c => c.Title + ", renamed")));

        var after = await ReceiptAsync(donation.Id);

        Assert.Equal(before.Lines, after.Lines);
        Assert.Equal(before.Issuer, after.Issuer);
    }

    [Fact]
    public async Task The_browsers_return_alone_proves_nothing()
    {
        var (browser, checkout, token) = await BeginAsync();
        await site.Stripe.ControlAsync("chaos", ("paused", "true"));
        var back = await site.Stripe.PayAsync(checkout, Cards.Pays);
        await site.Stripe.ControlAsync("chaos");

        var page = await browser.GoAsync(back!);
        var again = await browser.GoAsync(new Uri(site.Address, page.Html.QuerySelector(".actions a")!.GetAttribute("href")!));

        Assert.Equal(Words.Of<GiftTexts>("en", "TitleWaiting"), page.Heading);
        Assert.Equal(page.Heading, again.Heading);
        var donation = await site.DonationAsync(token);
        Assert.Equal((DonationStatus.Started, null), (donation.Status, donation.PaidAt));
        Assert.Null(page.Html.QuerySelector("a[href$='.pdf']"));
    }

    [Theory, MemberData(nameof(AllLanguages))]
    public async Task Left_at_the_payment_page(string language)
    {
        var (browser, checkout, token) = await BeginAsync(language);

        var page = await browser.GoAsync($"/gifts/{token}?back=1");

        Assert.Equal(Words.Of<GiftTexts>(language, "TitleBack"), page.Heading);
        Assert.Equal([checkout.ToString(), $"{(await CampaignOfAsync(token))}/give?again={token}"],
            page.Html.QuerySelectorAll(".actions a").Take(2).Select(a => a.GetAttribute("href")));
    }

    [Theory, MemberData(nameof(AllLanguages))]
    public async Task Declined_then_paid(string language)
    {
        var (browser, checkout, token) = await BeginAsync(language);
        Assert.Null(await site.Stripe.PayAsync(checkout, Cards.Declined));
        await SiteFixture.EventuallyAsync(async () => (await site.DonationAsync(token)).Moves.Count == 2, "the declined attempt is known");

        var page = await browser.GoAsync($"/gifts/{token}?back=1");
        Assert.Equal(Words.Of<GiftTexts>(language, "TitleDeclined"), page.Heading);
        Assert.Equal(Words.Of<GiftTexts>(language, "TraceDeclined"), page.Words(".trace .fault strong"));
        Assert.Equal(checkout.ToString(), page.Html.QuerySelector(".actions a")!.GetAttribute("href"));

        var back = await site.Stripe.PayAsync(checkout, Cards.Pays);
        await site.UntilAsync(token, DonationStatus.Paid);
        Assert.Equal(Words.Of<GiftTexts>(language, "TitlePaid"), (await browser.GoAsync(back!)).Heading);
    }

    [Theory]
    [InlineData("authorise", "TitlePaid")]
    [InlineData("refuse", "TitleDeclined")]
    public async Task The_bank_asks_first(string answer, string title)
    {
        var (browser, checkout, token) = await BeginAsync();
        var bank = await site.Stripe.PayAsync(checkout, Cards.AsksTheBank);
        Assert.EndsWith("/bank", bank!.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(DonationStatus.Started, (await site.DonationAsync(token)).Status);

        await site.Stripe.PostAsync(bank, ("answer", answer));

        await SiteFixture.EventuallyAsync(async () => (await browser.GoAsync($"/gifts/{token}")).Heading == Words.Of<GiftTexts>("en", title), title);
    }

    [Theory, MemberData(nameof(AllLanguages))]
    public async Task Expired(string language)
    {
        var (browser, _, token) = await BeginAsync(language);
        await site.Stripe.ControlAsync("clock", ("advance", "10800"));
        await site.UntilAsync(token, DonationStatus.Expired);
        await site.Stripe.ControlAsync("clock", ("real", "true"));

        var page = await browser.GoAsync($"/gifts/{token}");

        Assert.Equal(Words.Of<GiftTexts>(language, "TitleExpired"), page.Heading);
        Assert.Equal($"{await CampaignOfAsync(token)}/give?again={token}", page.Html.QuerySelector(".actions a")!.GetAttribute("href"));
        Assert.Equal(0, await site.InDbAsync(db => db.Receipts.CountAsync(r => r.DonationId == db.Donations.Single(d => d.Token == token).Id)));
    }

    [Theory]
    [InlineData(Cards.DebitPays, DonationStatus.Paid, "TitlePaid", 1)]
    [InlineData(Cards.DebitFails, DonationStatus.Failed, "TitleFailed", 0)]
    public async Task A_direct_debit_takes_its_time(string iban, DonationStatus end, string title, int receipts)
    {
        var (browser, checkout, token) = await BeginAsync("de");
        await site.Stripe.DebitAsync(checkout, iban);
        await site.UntilAsync(token, DonationStatus.Processing);

        var page = await browser.GoAsync($"/gifts/{token}?done=1");
        Assert.Equal(Words.Of<GiftTexts>("de", "TitleProcessing"), page.Heading);
        Assert.Equal(0, await ReceiptsAsync(token));

        await site.Stripe.ControlAsync("clock", ("advance", "60"));
        await site.UntilAsync(token, end);
        await site.Stripe.ControlAsync("clock", ("real", "true"));
        await site.UntilQuietAsync();
        Assert.Equal(Words.Of<GiftTexts>("de", title), (await browser.GoAsync($"/gifts/{token}")).Heading);
        Assert.Equal(receipts, await ReceiptsAsync(token));
    }

    [Theory]
    [InlineData("1000", DonationStatus.PartlyRefunded, "PartlyRefunded")]
    [InlineData("2700", DonationStatus.Refunded, "Refunded")]
    public async Task Refunded_in_Stripes_dashboard(string amount, DonationStatus status, string words)
    {
        var (browser, checkout, token) = await BeginAsync("fr");
        await site.Stripe.PayAsync(checkout, Cards.Pays);
        await site.UntilAsync(token, DonationStatus.Paid);
        await site.UntilQuietAsync();

        await site.Stripe.ApiAsync(HttpMethod.Post, "refunds", ("charge", (await site.DonationAsync(token)).ChargeId!), ("amount", amount));
        await site.UntilAsync(token, status);

        var page = await browser.GoAsync($"/gifts/{token}");
        Assert.Equal(Words.Of<GiftTexts>("fr", "Title" + words), page.Heading);
        Assert.Contains(Words.Of("fr", Money.Eur(long.Parse(amount, System.Globalization.CultureInfo.InvariantCulture))), page.Words(".standfirst"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("won", DonationStatus.Paid, "TitlePaid")]
    [InlineData("lost", DonationStatus.Lost, "TitleLost")]
    public async Task Disputed(string verdict, DonationStatus end, string title)
    {
        var (browser, checkout, token) = await BeginAsync("nl");
        await site.Stripe.PayAsync(checkout, Cards.Disputed);
        await site.UntilAsync(token, DonationStatus.Paid);
        await site.UntilQuietAsync();
        await site.Stripe.ControlAsync("clock", ("advance", "60"));
        await site.UntilAsync(token, DonationStatus.Disputed);
        await site.Stripe.ControlAsync("clock", ("real", "true"));
        Assert.Equal(Words.Of<GiftTexts>("nl", "TitleDisputed"), (await browser.GoAsync($"/gifts/{token}")).Heading);

        var dispute = await site.InDbAsync(db => db.Disputes.SingleAsync(d => d.DonationId == db.Donations.Single(g => g.Token == token).Id));
        await site.Stripe.ControlAsync($"disputes/{dispute.StripeDisputeId}", ("status", verdict));
        await site.UntilAsync(token, end);
        Assert.Equal(Words.Of<GiftTexts>("nl", title), (await browser.GoAsync($"/gifts/{token}")).Heading);
    }

    [Fact]
    public async Task The_page_keeps_its_secret()
    {
        var (browser, _, token) = await BeginAsync();

        var page = await browser.GoAsync($"/gifts/{token}");

        Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
        Assert.Contains("noindex", page.Headers["X-Robots-Tag"], StringComparison.Ordinal);
        Assert.Equal("noindex", page.Html.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task The_page_speaks_the_givers_language_until_the_reader_chooses()
    {
        var (browser, _, token) = await BeginAsync("it");
        browser.Dispose();
        using var elsewhere = site.Browse("de");

        var page = await elsewhere.GoAsync($"/gifts/{token}");
        var chosen = await elsewhere.GoAsync($"/gifts/{token}?lang=nl");

        Assert.Equal(("it", "nl"), (page.Html.DocumentElement.GetAttribute("lang"), chosen.Html.DocumentElement.GetAttribute("lang")));
        Assert.Equal((Words.Of<GiftTexts>("it", "TitleWaiting"), Words.Of<GiftTexts>("nl", "TitleWaiting")), (page.Heading, chosen.Heading));
    }

    [Theory]
    [InlineData("/gifts/AAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/gifts/x")]
    [InlineData("/receipts/AAAAAAAAAAAAAAAAAAAAAAAAAAA.pdf")]
    [InlineData("/receipts/x.pdf")]
    public async Task An_unknown_secret_is_not_found(string path)
    {
        using var browser = site.Browse();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GoAsync(path)).Status);
    }

    private async Task<(Browser Browser, Uri Checkout, string Token)> BeginAsync(string language = "en")
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var browser = site.Browse(language);
        var answer = await browser.SendAsync(await browser.GoAsync(campaign.Give), ("amount", "25"), ("tip", "2"), ("email", "lea@example.org"), ("name", "Léa Dumont"));
        Assert.True(answer.Next is not null, answer.Main);
        return (browser, answer.Next, Assert.Single(await site.DonationsOfAsync(campaign)).Token);
    }

    private Task<int> ReceiptsAsync(string token) => site.InDbAsync(db => db.Receipts.CountAsync(r => r.DonationId == db.Donations.Single(d => d.Token == token).Id));

    private Task<string> CampaignOfAsync(string token) =>
        site.InDbAsync(db => db.DonationLines.Where(l => l.Donation.Token == token && l.CampaignId != null).Select(l => "/campaigns/" + l.Campaign!.Slug).FirstAsync());

    private async Task<ReceiptContent> ReceiptAsync(Guid donation)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ReadReceipt>().RunAsync(donation, CancellationToken.None))!;
    }
}
