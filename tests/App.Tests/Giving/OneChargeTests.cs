using System.Net;
using System.Text.Json.Nodes;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.Donations;
using Solidarity.Web.Texts;

namespace Solidarity.App.Tests.Giving;

/// <summary>One form, one charge at most: double clicks, the back button, reloads, faults between us and Stripe.</summary>
[Collection(SiteTests.Name)]
public sealed class OneChargeTests(SiteFixture site)
{
    public static TheoryData<string> AllLanguages => Words.AllLanguages;

    private static readonly (string, string?)[] Filled = [("amount", "25"), ("email", "lea@example.org")];

    [Fact]
    public async Task Two_clicks_are_one_donation_and_one_session()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse();
        var form = await browser.GoAsync(campaign.Give);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.SendAsync(form, Filled)));
        var later = await browser.SendAsync(form, Filled);

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));
        Assert.Single(answers.Append(later).Select(a => a.Next).Distinct());
        var donation = Assert.Single(await site.DonationsOfAsync(campaign));
        Assert.Equal(donation.CheckoutUrl, later.Next!.ToString());
        Assert.Equal("open", Assert.Single(await SessionsAsync(donation.Id)));
    }

    [Fact]
    public async Task Another_amount_in_the_same_form_closes_the_first_checkout()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse();
        var form = await browser.GoAsync(campaign.Give);

        await browser.SendAsync(form, Filled);
        var second = await browser.SendAsync(form, ("amount", "50"), ("email", "lea@example.org"));

        var donations = await site.DonationsOfAsync(campaign);
        Assert.Equal([DonationStatus.Expired, DonationStatus.Started], donations.Select(d => d.Status));
        Assert.Equal(("expired", "open"), (Assert.Single(await SessionsAsync(donations[0].Id)), Assert.Single(await SessionsAsync(donations[1].Id))));
        Assert.Equal(donations[1].CheckoutUrl, second.Next!.ToString());
    }

    [Fact]
    public async Task Of_several_amounts_sent_at_once_with_one_form_one_can_be_paid()
    {
        for (var round = 0; round < 4; round++)
        {
            var campaign = await DemoCampaign.MakeAsync(site);
            using var browser = site.Browse();
            var form = await browser.GoAsync(campaign.Give);

            await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => browser.SendAsync(form, ("amount", "other"), ("other", $"{25 + i}"), ("email", "lea@example.org")))));
            await site.UntilQuietAsync();

            var donations = await site.DonationsOfAsync(campaign);
            var open = new List<string>();
            foreach (var donation in donations)
                open.AddRange((await SessionsAsync(donation.Id)).Where(status => status == "open"));
            Assert.Single(open);
            Assert.Single(donations, d => d.Status == DonationStatus.Started);
        }
    }

    [Theory]
    [InlineData("25")]
    [InlineData("50")]
    public async Task A_form_that_was_paid_leads_to_its_gift_even_before_the_webhook(string amount)
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse();
        var form = await browser.GoAsync(campaign.Give);
        var first = await browser.SendAsync(form, Filled);
        await site.Stripe.ControlAsync("chaos", ("paused", amount == "50" ? "true" : "false"));
        await site.Stripe.PayAsync(first.Next!, Cards.Pays);
        await site.Stripe.ControlAsync("chaos");
        var donation = (await site.DonationsOfAsync(campaign))[0];
        if (amount == "25")
            await site.UntilAsync(donation.Token, DonationStatus.Paid);

        var again = await browser.SendAsync(form, ("amount", amount), ("email", "lea@example.org"));
        var page = await browser.GoAsync(again.Next!);

        Assert.Equal($"/gifts/{donation.Token}?again=1", again.Next!.PathAndQuery);
        Assert.Equal(Words.Of<Web.Texts.Gifts>("en", "AgainTitle"), page.Words(".notice h2"));
        Assert.Equal(Words.Of<Web.Texts.Gifts>("en", "TitlePaid"), page.Heading);
        Assert.Single(await site.DonationsOfAsync(campaign), d => d.PaidAt is not null);
        Assert.DoesNotContain(await site.DonationsOfAsync(campaign), d => d.PaidAt is null && d.SessionId is not null);
    }

    [Fact]
    public async Task A_form_with_a_new_key_is_a_new_gift()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse();

        for (var i = 0; i < 2; i++)
            await browser.SendAsync(await browser.GoAsync(campaign.Give), Filled);

        Assert.Equal(2, (await site.DonationsOfAsync(campaign)).Count);
    }

    [Theory, MemberData(nameof(AllLanguages))]
    public async Task A_stale_form_comes_back_filled_in(string language)
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using (var elsewhere = site.Browse(language))
        using (var browser = site.Browse(language))
        {
            // The form of another browser: its token belongs to a cookie that this one does not have.
            var form = await elsewhere.GoAsync(campaign.Give);

            var page = await browser.SendAsync(form, [.. Filled, ("message", "Courage")]);

            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Equal(Words.Of<Give>(language, "StaleTitle"), page.Words(".notice h2"));
            Assert.Equal(("25", "lea@example.org", "Courage"), (page.Value("amount"), page.Value("email"), page.Value("message")));
            Assert.Empty(await site.DonationsOfAsync(campaign));

            Assert.Equal(HttpStatusCode.SeeOther, (await browser.SendAsync(page)).Status);
        }
    }

    [Fact]
    public async Task A_form_without_its_token_begins_nothing()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse();
        var form = await browser.GoAsync(campaign.Give);

        var page = await browser.SendAsync(form, [.. Filled, ("__RequestVerificationToken", null)]);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(Words.Of<Give>("en", "StaleTitle"), page.Words(".notice h2"));
        Assert.Empty(await site.DonationsOfAsync(campaign));
    }

    [Theory, MemberData(nameof(AllLanguages))]
    public async Task Stripe_out_of_reach_keeps_the_form_and_charges_nothing(string language)
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse(language);
        var form = await browser.GoAsync(campaign.Give);
        site.Clock.Impatient = true;
        await site.Stripe.ControlAsync("chaos", ("down", "true"));
        Page page;
        try
        {
            page = await browser.SendAsync(form, Filled);
        }
        finally
        {
            await site.Stripe.ControlAsync("chaos");
            site.Clock.Impatient = false;
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Equal(Words.Of<Give>(language, "DownTitle"), page.Words(".notice h2"));
        Assert.Contains(Words.Of<Give>(language, "DownText"), page.Words(".notice"), StringComparison.Ordinal);
        Assert.Equal(("25", "lea@example.org"), (page.Value("amount"), page.Value("email")));

        var answer = await browser.SendAsync(page);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal(answer.Next!.ToString(), Assert.Single(await site.DonationsOfAsync(campaign)).CheckoutUrl);
    }

    [Fact]
    public async Task Stripe_too_slow_is_as_good_as_out_of_reach()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse("fr");
        var form = await browser.GoAsync(campaign.Give);
        site.Clock.Impatient = true;
        await site.Stripe.ControlAsync("chaos", ("slow_ms", "3000"));
        Page page;
        try
        {
            page = await browser.SendAsync(form, Filled);
        }
        finally
        {
            await site.Stripe.ControlAsync("chaos");
            site.Clock.Impatient = false;
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Equal(Words.Of<Give>("fr", "DownTitle"), page.Words(".notice h2"));

        // The first call may have reached Stripe after all: asking again finds the same session.
        var answer = await browser.SendAsync(page);
        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        await site.UntilQuietAsync();
        Assert.Single(await SessionsAsync(Assert.Single(await site.DonationsOfAsync(campaign)).Id));
    }

    [Fact]
    public async Task A_gift_left_at_the_payment_page_can_be_changed()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse("it");
        await browser.SendAsync(await browser.GoAsync(campaign.Give), ("other", "33,50"), ("tip", "2"), ("email", "lea@example.org"), ("name", "Léa"), ("message", "Forza"), ("hidePublic", "true"));
        var first = Assert.Single(await site.DonationsOfAsync(campaign));

        var form = await browser.GoAsync($"{campaign.Give}?again={first.Token}");
        Assert.Equal(("33,50", "2", "lea@example.org", "Léa", "Forza", "true"), (form.Value("other"), form.Value("tip"), form.Value("email"), form.Value("name"), form.Value("message"), form.Value("hidePublic")));

        await browser.SendAsync(form, ("other", "40"));
        var donations = await site.DonationsOfAsync(campaign);
        Assert.Equal([DonationStatus.Expired, DonationStatus.Started], donations.Select(d => d.Status));
        Assert.Equal(4200, donations[1].AmountMinor);
    }

    [Fact]
    public async Task The_link_of_an_unpaid_gift_tells_another_browser_nothing_of_the_giver()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse();
        await browser.SendAsync(await browser.GoAsync(campaign.Give), [.. Filled, ("name", "Léa"), ("message", "Courage")]);
        var again = $"{campaign.Give}?again={Assert.Single(await site.DonationsOfAsync(campaign)).Token}";
        Assert.Equal(("25", "Léa"), ((await browser.GoAsync(again)).Value("amount"), (await browser.GoAsync(again)).Value("name")));

        using var another = site.Browse();
        var form = await another.GoAsync(again);
        Assert.Equal(("25", "", "", ""), (form.Value("amount"), form.Value("email"), form.Value("name"), form.Value("message")));
    }

    [Fact]
    public async Task The_link_of_a_paid_gift_does_not_tell_the_givers_address()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse();
        var answer = await browser.SendAsync(await browser.GoAsync(campaign.Give), [.. Filled, ("name", "Léa")]);
        await site.Stripe.PayAsync(answer.Next!, Cards.Pays);
        var token = Assert.Single(await site.DonationsOfAsync(campaign)).Token;
        await site.UntilAsync(token, DonationStatus.Paid);

        var form = await browser.GoAsync($"{campaign.Give}?again={token}");

        Assert.Equal(("25", "", ""), (form.Value("amount"), form.Value("email"), form.Value("name")));
    }

    private async Task<List<string>> SessionsAsync(Guid donation) =>
        [.. ((JsonArray)(await site.Stripe.ApiAsync(HttpMethod.Get, "checkout/sessions?limit=100"))["data"]!)
            .Where(s => (string?)s!["client_reference_id"] == donation.ToString("D")).Select(s => (string)s!["status"]!)];
}
