using System.Net;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Web.Texts;

namespace Solidarity.App.Tests.Giving;

/// <summary>What a giver mistypes is named in the giver's language, beside the input and above the form, and nothing typed is lost.</summary>
[Collection(SiteTests.Name)]
public sealed class BadInputTests(SiteFixture site)
{
    public static TheoryData<string> AllLanguages => Words.AllLanguages;

    public static TheoryData<string, string, Reason> BadAmounts()
    {
        var data = new TheoryData<string, string, Reason>();
        foreach (var language in Languages.All)
        {
            var point = Languages.CultureOf(language).NumberFormat.NumberDecimalSeparator;
            foreach (var (typed, reason) in new (string, Reason)[]
            {
                ("", Reason.AmountMissing), ("0", Reason.AmountNotPositive), ("-25", Reason.AmountNotPositive), ($"0{point}001", Reason.AmountTooFine),
                ("1e9", Reason.AmountNotANumber), ("vingt", Reason.AmountNotANumber), ("0,5", Reason.AmountTooSmall), ("1000000000", Reason.AmountTooLarge),
                ("99999999999999999999999", Reason.AmountTooLarge), ("25 USD", Reason.CurrencyNotAccepted), ("$25", Reason.CurrencyNotAccepted),
            })
                data.Add(language, typed, reason);
        }

        foreach (var language in new[] { "en", "fr" })
            data.Add(language, "1.000,50", Reason.AmountNotANumber);
        return data;
    }

    [Theory, MemberData(nameof(BadAmounts))]
    public async Task A_wrong_amount_is_named_and_kept(string language, string typed, Reason reason)
    {
        var campaign = await OneCampaignAsync();
        using var browser = site.Browse(language);
        var form = await browser.GoAsync(campaign.Give);

        var page = await browser.SendAsync(form, ("amount", "other"), ("other", typed), ("email", "lea@example.org"), ("name", "Léa"), ("message", "Bon\ncourage"), ("hideOwner", "true"), ("tip", "5"));

        var said = Words.Of(language, reason, ArgsOf(reason, language));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.StartsWith(Words.Of<Give>(language, "ErrorTitle", ""), page.Title, StringComparison.Ordinal);
        Assert.Equal(said, page.Words(".notice.bad li"));
        Assert.Equal(Words.Of<Give>(language, "Error") + " " + said, page.Words("#amount-error"));
        Assert.NotNull(page.Html.QuerySelector(page.Html.QuerySelector(".notice.bad a")!.GetAttribute("href")!));
        Assert.Equal("true", page.Html.QuerySelector("#other")!.GetAttribute("aria-invalid"));
        Assert.Contains("amount-error", page.Html.QuerySelector("#other")!.GetAttribute("aria-describedby")!, StringComparison.Ordinal);
        Assert.Equal(
            (typed, "other", "lea@example.org", "Léa", "Bon\ncourage", "true", "5", form.Value("key")),
            (page.Value("other"), page.Value("amount"), page.Value("email"), page.Value("name"), page.Value("message"), page.Value("hideOwner"), page.Value("tip"), page.Value("key")));
    }

    [Theory]
    [InlineData("nl", "1.000,50", 100050)]
    [InlineData("it", "1.000,50", 100050)]
    [InlineData("de", "1.000,50", 100050)]
    [InlineData("en", "1,000.50", 100050)]
    [InlineData("fr", "1 000,50", 100050)]
    [InlineData("fr", "12.5", 1250)]
    [InlineData("en", "€ 12,50", 1250)]
    public async Task An_amount_means_what_the_readers_culture_means(string language, string typed, long minor)
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse(language);
        var form = await browser.GoAsync(campaign.Give + "?amount=10");

        var answer = await browser.SendAsync(form, ("other", typed), ("email", "lea@example.org"));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal(minor, Assert.Single(await site.DonationsOfAsync(campaign)).AmountMinor);
    }

    [Theory, MemberData(nameof(AllLanguages))]
    public async Task Every_mistake_is_named_at_once(string language)
    {
        var campaign = await OneCampaignAsync();
        using var browser = site.Browse(language);
        var form = await browser.GoAsync(campaign.Give);
        var (name, message) = (new string('n', StartDonation.LongestName + 1), new string('m', StartDonation.LongestMessage + 1));

        var page = await browser.SendAsync(form, ("other", "abc"), ("tip", "other"), ("tipOther", "x"), ("email", "nobody"), ("name", name), ("message", message), ("language", "xx"));

        Assert.Equal(6, page.Html.QuerySelectorAll(".notice.bad li").Length);
        Assert.Equal(Words.Of<Shared>(language, "ErrorsMany", 6), page.Words("#errors"));
        foreach (var link in page.Html.QuerySelectorAll(".notice.bad a"))
            Assert.Equal("true", page.Html.QuerySelector(link.GetAttribute("href")!)!.GetAttribute("aria-invalid"));
        foreach (var (field, reason, arg) in new (string, Reason, object)[]
        {
            ("email", Reason.EmailNotValid, ""), ("name", Reason.NameTooLong, StartDonation.LongestName), ("message", Reason.MessageTooLong, StartDonation.LongestMessage), ("language", Reason.LanguageUnknown, ""),
        })
            Assert.EndsWith(Words.Of(language, reason, arg), page.Words($"#{field}-error"), StringComparison.Ordinal);
        Assert.Equal((name, message, "abc", "x"), (page.Value("name"), page.Value("message"), page.Value("other"), page.Value("tipOther")));
    }

    [Theory]
    [InlineData("", Reason.EmailMissing)]
    [InlineData("lea@localhost", Reason.EmailNotValid)]
    [InlineData("lea@example.org\r\nBcc: all@example.org", Reason.EmailNotValid)]
    public async Task A_wrong_address_is_refused(string email, Reason reason)
    {
        var campaign = await OneCampaignAsync();
        using var browser = site.Browse("de");
        var form = await browser.GoAsync(campaign.Give + "?amount=25");

        var page = await browser.SendAsync(form, ("email", email));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(Words.Of("de", reason), page.Words(".notice.bad li"));
    }

    [Fact]
    public async Task A_tip_is_never_taken_unasked_and_never_negative()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse("fr");
        var form = await browser.GoAsync(campaign.Give + "?amount=25");

        var refused = await browser.SendAsync(form, ("email", "lea@example.org"), ("tipOther", "-1"));
        var taken = await browser.SendAsync(form, ("email", "lea@example.org"));

        Assert.EndsWith(Words.Of("fr", Reason.AmountNotPositive), refused.Words("#tip-error"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, taken.Status);
        Assert.Equal(LineKind.Gift, Assert.Single(Assert.Single(await site.DonationsOfAsync(campaign)).Lines).Kind);
    }

    [Fact]
    public async Task Words_of_others_are_never_markup()
    {
        var campaign = await OneCampaignAsync();
        using var browser = site.Browse();
        var form = await browser.GoAsync(campaign.Give);

        var page = await browser.SendAsync(form, ("other", "\"><script>alert(1)</script>"), ("message", "</textarea><script>alert(2)</script>"));

        Assert.Equal("\"><script>alert(1)</script>", page.Value("other"));
        Assert.Equal("</textarea><script>alert(2)</script>", page.Value("message"));
        Assert.DoesNotContain(page.Html.Scripts, s => s.TextContent.Length > 0);
    }

    /// <summary>Nothing is begun by these tests, so one campaign does for all of them.</summary>
    private async Task<DemoCampaign> OneCampaignAsync() => s_campaign is { } made && made.Site == site ? made.Campaign : (s_campaign = (site, await DemoCampaign.MakeAsync(site))).Value.Campaign;

    private static (SiteFixture Site, DemoCampaign Campaign)? s_campaign;

    private static object[] ArgsOf(Reason reason, string language) => reason switch
    {
        Reason.AmountNotANumber => [MoneyText.FormatInput(Money.Eur(1250), Languages.CultureOf(language))],
        Reason.AmountTooFine => [Words.Of(language, Money.Eur(1))],
        Reason.AmountTooSmall => [Words.Of(language, Money.Eur(100))],
        Reason.AmountTooLarge => [Words.Of(language, Money.Eur(1_000_000))],
        Reason.CurrencyNotAccepted => ["EUR"],
        _ => [],
    };
}
