using System.Net;
using AngleSharp.Dom;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.Campaigns;
using Solidarity.Web.Texts;

namespace Solidarity.App.Tests.Giving;

[Collection(SiteTests.Name)]
public sealed class GiveFormTests(SiteFixture site)
{
    public static TheoryData<string> AllLanguages => Words.AllLanguages;

    [Theory, MemberData(nameof(AllLanguages))]
    public async Task Every_input_says_its_name_in_the_readers_language(string language)
    {
        var campaign = await DemoCampaign.MakeAsync(site, FeeBearer.Giver);
        using var browser = site.Browse(language);

        var page = await browser.GoAsync(campaign.Give);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(language, page.Html.DocumentElement.GetAttribute("lang"));
        Assert.Equal(Words.Of<Give>(language, "Title"), page.Heading);
        foreach (var input in page.Html.QuerySelectorAll("form[method=post] :is(input, select, textarea)").Where(i => i.GetAttribute("type") != "hidden"))
            Assert.False(string.IsNullOrWhiteSpace(NameOf(input)), input.OuterHtml);
        Assert.All(page.Html.QuerySelectorAll("form[method=post] fieldset"), f => Assert.NotEqual("", f.QuerySelector("legend")!.TextContent.Trim()));
        Assert.All(page.Html.QuerySelectorAll("[aria-describedby]").SelectMany(e => e.GetAttribute("aria-describedby")!.Split(' ')), id => Assert.NotNull(page.Html.GetElementById(id)));
        var ids = page.Html.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task Whoever_is_signed_in_need_not_type_who_they_are()
    {
        var (campaign, person) = (await DemoCampaign.MakeAsync(site), await site.MakePersonAsync());
        using var browser = await site.BrowseAsAsync(person, strong: false);
        var page = await browser.GoAsync(campaign.Give);
        Assert.Equal((person.Email, person.Name), (page.Value("email"), page.Value("name")));
        Assert.Contains("private", page.Headers["Cache-Control"], StringComparison.Ordinal);
        using var nobody = site.Browse();
        Assert.Equal("", (await nobody.GoAsync(campaign.Give)).Value("email"));
    }

    [Fact]
    public async Task In_another_language_the_form_has_what_was_typed()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse();
        var page = await browser.GoAsync(campaign.Give);
        var button = page.Html.QuerySelector(".languages button[lang=nl]")!;
        Assert.Equal(("gift", "speak", "nl"), (button.GetAttribute("form"), button.GetAttribute("name"), button.GetAttribute("value")));
        // Enter presses the form's first button: it sends the gift.
        Assert.Null(page.Html.QuerySelector("button[form=gift], form button")!.GetAttribute("name"));
        var fields = new[] { ("amount", "25"), ("email", "nele@example.org"), ("message", "Smakelijk!"), ("speak", "nl"), ("__RequestVerificationToken", page.Value("__RequestVerificationToken")), ("key", page.Value("key")) };
        var dutch = await browser.PostAsync(button.GetAttribute("formaction")!, fields.Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        Assert.Equal((HttpStatusCode.OK, Words.Of<Give>("nl", "Title")), (dutch.Status, dutch.Heading));
        Assert.Equal(("25", "nele@example.org", "Smakelijk!"), (dutch.Value("amount"), dutch.Value("email"), dutch.Value("message")));
        Assert.Equal("nl", (await browser.GoAsync("/projects")).Html.DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("?amount=25", "25", "")]
    [InlineData("?amount=other", "other", "")]
    [InlineData("?amount=other&other=30", "other", "30")]
    [InlineData("?amount=40", "other", "40")]
    [InlineData("?amount=10&other=50", "50", "")]
    [InlineData("?amount=%3Cscript%3E", "other", "<script>")]
    public async Task Only_what_the_link_names_is_chosen(string query, string amount, string other)
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse();

        var page = await browser.GoAsync(campaign.Give + query);

        Assert.Equal((amount, other, "0"), (page.Value("amount"), page.Value("other"), page.Value("tip")));
    }

    [Fact]
    public async Task The_page_is_kept_by_the_readers_own_browser_alone_for_the_back_button()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse();

        var page = await browser.GoAsync(campaign.Give);

        Assert.Equal(["no-cache", "private"], page.Headers["Cache-Control"].Split(", ").Order());
        Assert.DoesNotContain("Age", page.Headers.Keys);
        Assert.Equal("noindex", page.Headers["X-Robots-Tag"]);
    }

    [Theory, MemberData(nameof(AllLanguages))]
    public async Task The_total_is_worked_out_without_a_script(string language)
    {
        var campaign = await DemoCampaign.MakeAsync(site, FeeBearer.Giver);
        using var browser = site.Browse(language);
        var form = await browser.GoAsync(campaign.Give + "?amount=25");

        var page = await browser.SendAsync(form, ("tip", "2"), ("addFees", "true"), ("preview", "true"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        // (27.00 x 1.5 % + 0.25) / 0.985, rounded up
        Assert.Equal(Words.Of(language, Domain.Money.Eur(2767)), Page.Plain(page.Words("[data-sum=total]")));
        Assert.Equal(Words.Of(language, Domain.Money.Eur(67)), Page.Plain(page.Words("[data-sum=fees]")));
        Assert.Empty(await site.DonationsOfAsync(campaign));
    }

    [Fact]
    public async Task Fees_are_asked_only_where_the_campaign_offers_it()
    {
        var campaign = await DemoCampaign.MakeAsync(site, FeeBearer.Platform);
        using var browser = site.Browse();

        var page = await browser.GoAsync(campaign.Give);

        Assert.Null(page.Html.QuerySelector("[name=addFees]"));
    }

    [Theory, MemberData(nameof(AllLanguages))]
    public async Task A_closed_campaign_shows_a_way_back_and_no_form(string language)
    {
        var campaign = await DemoCampaign.MakeAsync(site, status: CampaignStatus.Closed);
        using var browser = site.Browse(language);

        var page = await browser.GoAsync(campaign.Give);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains(Words.Of(language, Domain.Reason.CampaignNotOpen), page.Main, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("main form"));
        Assert.NotNull(page.Html.QuerySelector($"main a[href='/campaigns/{campaign.Slug}']"));
    }

    [Fact]
    public async Task A_partner_that_cannot_be_paid_takes_no_gifts()
    {
        var campaign = await DemoCampaign.MakeAsync(site, ready: false);
        using var browser = site.Browse("it");

        var page = await browser.GoAsync(campaign.Give);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains(Words.Of("it", Domain.Reason.PartnerNotReady), page.Main, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector("main form"));
    }

    [Fact]
    public async Task What_closed_while_the_giver_wrote_gives_the_words_back()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse("fr");
        var form = await browser.GoAsync(campaign.Give);
        await site.Stripe.ControlAsync($"accounts/{campaign.Account}", ("transfers", "inactive"));
        await SiteFixture.EventuallyAsync(() => site.InDbAsync(async db => !(await db.Partners.FindAsync(await PartnerAsync(db, campaign)))!.CanBePaid), "the partner cannot be paid");

        var page = await browser.SendAsync(form, ("amount", "25"), ("email", "a@example.org"), ("message", "Tenez bon !"));

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains(Words.Of("fr", Domain.Reason.PartnerNotReady), page.Main, StringComparison.Ordinal);
        Assert.Equal("Tenez bon !", page.Words("blockquote"));
        Assert.Empty(await site.DonationsOfAsync(campaign));
    }

    [Fact]
    public async Task An_unknown_campaign_is_not_found()
    {
        using var browser = site.Browse("nl");

        var page = await browser.GoAsync("/campaigns/no-such/give");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(Words.Of<Web.Texts.Errors>("nl", "Title404"), page.Heading);
    }

    private static Task<Guid> PartnerAsync(Domain.SolidarityDb db, DemoCampaign campaign) => Task.FromResult(db.Campaigns.Single(c => c.Id == campaign.Id).PartnerId);

    private static string NameOf(IElement input) => input.Closest("label")?.TextContent ?? input.Owner!.QuerySelector($"label[for='{input.Id}']")?.TextContent ?? "";
}
