using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.CardTesting;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Letters;
using Solidarity.Domain.People;
using Solidarity.Payments.CardTesting;
using Stripe;
using GiveTexts = Solidarity.Web.Texts.Give;

namespace Solidarity.App.Tests.Safety;

/// <summary>A site that minds declined payments as in production: three an hour from one address are free.</summary>
public sealed class MindfulSite : IAsyncLifetime
{
    public SiteFixture Site { get; } = new() { Also = services => services.AddSingleton(new CardTestingRules(3)) };

    public Task InitializeAsync() => Site.InitializeAsync();

    public Task DisposeAsync() => Site.DisposeAsync();
}

public sealed class CardTestingTests(MindfulSite mindful) : IClassFixture<MindfulSite>
{
    private static int _networks = 0xEE0000;

    private readonly SiteFixture _site = mindful.Site;
    private readonly int _network = Interlocked.Increment(ref _networks);

    [Fact]
    public async Task Declined_cards_make_their_own_address_wait_and_close_their_checkout()
    {
        var administrator = await _site.MakePersonAsync(PlatformRole.Administrator);
        var campaign = await DemoCampaign.MakeAsync(_site);
        using var tester = Browse();
        var checkout = (await GiveAsync(tester, campaign)).Next!;
        for (var tries = 0; tries < CardTestingRules.DeclinesOfCheckout; tries++)
            await _site.Stripe.PayAsync(checkout, Cards.Declined);
        await SiteFixture.EventuallyAsync(async () => (await _site.DonationsOfAsync(campaign))[0].Status == DonationStatus.Expired, "the checkout is closed");

        var page = await GiveAsync(tester, campaign);

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Equal("giver@example.org", page.Value("email"));
        using var other = _site.Browse();
        Assert.Equal(HttpStatusCode.SeeOther, (await GiveAsync(other, campaign)).Status);
        // The same card again, from elsewhere, counts double: the administrators are told once.
        var next = (await GiveAsync(other, campaign)).Next!;
        for (var tries = 0; tries < 5; tries++)
            await _site.Stripe.PayAsync(next, Cards.Declined);
        await SiteFixture.EventuallyAsync(async () => (await _site.LettersAsync(administrator)).Count(l => l.Kind == LetterKind.CardTesting) == 1, "the administrators are told");
    }

    [Fact]
    public async Task What_was_begun_before_is_found_again_by_the_same_form_and_begins_nothing()
    {
        var campaign = await DemoCampaign.MakeAsync(_site);
        using var browser = Browse();
        var form = await browser.GoAsync(campaign.Give);
        (string, string?)[] typed = [("other", "25"), ("email", "giver@example.org")];
        var first = await browser.SendAsync(form, typed);
        await DeclinedAsync(6);

        Assert.Equal((HttpStatusCode.SeeOther, first.Next), await AgainAsync(typed));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await AgainAsync(("other", "26"), ("email", "giver@example.org"))).Status);
        Assert.Single(await _site.DonationsOfAsync(campaign));

        async Task<(HttpStatusCode Status, Uri? Next)> AgainAsync(params (string, string?)[] fields)
        {
            var page = await browser.SendAsync(form, fields);
            return (page.Status, page.Next);
        }
    }

    [Fact]
    public async Task Later_a_question_is_asked_and_each_is_answered_once()
    {
        var campaign = await DemoCampaign.MakeAsync(_site);
        await DeclinedAsync(6);
        using var browser = Browse();
        var asked = await GiveAsync(browser, campaign);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, asked.Status);

        var wrong = await browser.SendAsync(asked, ("answer", "nineteen"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.NotEqual(asked.Value("question"), wrong.Value("question"));
        // Used up by the wrong answer.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(asked, ("answer", Sum(asked.Words("label[for=answer]"))))).Status);

        var right = await browser.SendAsync(wrong, ("answer", Sum(wrong.Words("label[for=answer]"))));

        Assert.Equal(HttpStatusCode.SeeOther, right.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(wrong, ("answer", Sum(wrong.Words("label[for=answer]"))), ("other", "26"))).Status);
    }

    [Fact]
    public async Task The_work_of_a_script_is_an_answer_too_and_a_ticket_of_another_form_is_none()
    {
        var campaign = await DemoCampaign.MakeAsync(_site);
        await DeclinedAsync(6);
        using var browser = Browse();
        var (first, second) = (await GiveAsync(browser, campaign), await GiveAsync(browser, campaign));

        var foreign = await browser.SendAsync(first, ("question", second.Value("question")), ("work", Work(second.Value("question"))));
        var own = await browser.SendAsync(first, ("work", Work(first.Value("question"))));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.SeeOther), (foreign.Status, own.Status));
    }

    [Fact]
    public async Task Programs_get_the_question_with_the_refusal()
    {
        var campaign = await DemoCampaign.MakeAsync(_site);
        await DeclinedAsync(6);
        using var http = new HttpClient { BaseAddress = _site.Address };
        http.DefaultRequestHeaders.Add("X-Forwarded-For", Address.ToString());
        http.DefaultRequestHeaders.Add("Accept-Language", "en");
        var address = new Uri($"/api/v1/campaigns/{campaign.Slug}/donations", UriKind.Relative);

        using var refused = await http.PostAsJsonAsync(address, new { amount = 2500, currency = "EUR", email = "giver@example.org" });
        var question = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["question"]!;
        using var taken = await http.PostAsJsonAsync(address, new { amount = 2500, currency = "EUR", email = "giver@example.org", question = (string)question["ticket"]!, answer = Sum((string)question["words"]!) });

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Created), (refused.StatusCode, taken.StatusCode));
    }

    [Fact]
    public async Task Who_paid_well_is_not_held_up_by_others_of_the_same_address()
    {
        var campaign = await DemoCampaign.MakeAsync(_site);
        using var giver = Browse();
        await _site.Stripe.PayAsync((await GiveAsync(giver, campaign)).Next!, Cards.Pays);
        await SiteFixture.EventuallyAsync(() => _site.InDbAsync(db => db.CardTraces.AnyAsync(t => t.Network == Key.OfNetwork(Address) && t.Kind == TraceKind.Paid)), "the payment is noted");
        await DeclinedAsync(6);
        using var stranger = Browse();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await GiveAsync(stranger, campaign)).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await GiveAsync(giver, campaign)).Status);
        // That was for one gift; the next is for who pays again.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await GiveAsync(giver, campaign)).Status);
    }

    [Fact]
    public async Task More_than_sixty_gifts_of_any_size_that_nobody_pays_ask_the_next_one()
    {
        var campaign = await DemoCampaign.MakeAsync(_site);
        await NotedAsync(TraceKind.Begun, 61, 0);
        await NotedAsync(TraceKind.Paid, 1, 0);
        using var browser = Browse();

        Assert.Equal(HttpStatusCode.SeeOther, (await GiveAsync(browser, campaign)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await GiveAsync(browser, campaign)).Status);
    }

    [Fact]
    public async Task Pages_opened_beforehand_are_closed_but_for_the_newest()
    {
        var campaign = await DemoCampaign.MakeAsync(_site);
        using var tester = Browse();
        using var other = _site.Browse();
        await GiveAsync(other, campaign);
        Uri last = null!;
        for (var pages = 0; pages < 13; pages++)
            last = (await GiveAsync(tester, campaign)).Next!;

        await _site.Stripe.PayAsync(last, Cards.Declined);
        await _site.UntilQuietAsync();
        Assert.Empty(await ClosedAsync(campaign));

        // At most two for the card: a pause, and no alarm.
        await DeclinedAsync(4);
        await _site.Stripe.PayAsync(last, Cards.Declined);
        await _site.UntilQuietAsync();
        Assert.Equal([1, 2], await ClosedAsync(campaign));

        await DeclinedAsync(6);
        await _site.Stripe.PayAsync(last, Cards.Declined);
        await _site.UntilQuietAsync();
        // The page of that card too, and none of another network.
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 13], await ClosedAsync(campaign));
    }

    [Fact]
    public async Task What_was_noted_by_a_node_that_died_then_is_followed_up_by_the_next()
    {
        var campaign = await DemoCampaign.MakeAsync(_site);
        using var tester = Browse();
        await GiveAsync(tester, campaign);
        var gift = Assert.Single(await _site.DonationsOfAsync(campaign));
        var charges = Enumerable.Range(0, CardTestingRules.DeclinesOfCheckout).Select(_ => "ch_" + UnguessableToken.Create()).ToList();
        await _site.InDbAsync(db =>
        {
            foreach (var charge in charges)
                db.CardTraces.Add(new CardTrace { Kind = TraceKind.Declined, At = TimeProvider.System.GetUtcNow(), Network = Key.OfNetwork(Address), DonationId = gift.Id, ChargeId = charge, Weight = 1 });
            return db.SaveChangesAsync();
        });

        for (var times = 0; times < 2; times++)
        {
            await _site.WithAsync<NoteCharge>(note => note.RunAsync(
                gift.Id, new Charge { Id = charges[^1], Status = "failed", Created = TimeProvider.System.GetUtcNow().UtcDateTime, Amount = 2500, Currency = "eur" }, CancellationToken.None));
        }

        await SiteFixture.EventuallyAsync(async () => (await _site.DonationsOfAsync(campaign))[0].Status == DonationStatus.Expired, "the checkout is closed");
        Assert.Equal(charges.Count, await _site.InDbAsync(db => db.CardTraces.CountAsync(t => t.DonationId == gift.Id && t.Kind == TraceKind.Declined)));
    }

    private TraceKey Key => _site.Services.GetRequiredService<TraceKey>();

    private IPAddress Address => new([10, (byte)(_network >> 16), (byte)(_network >> 8), (byte)_network]);

    private Browser Browse()
    {
        var browser = _site.Browse();
        browser.MoveTo(_network);
        return browser;
    }

    private static async Task<Page> GiveAsync(Browser browser, DemoCampaign campaign) =>
        await browser.SendAsync(await browser.GoAsync(campaign.Give), ("other", "25"), ("email", "giver@example.org"));

    /// <summary>So long ago that the pause is over, and not so long that nobody minds.</summary>
    private Task<int> DeclinedAsync(int payments) => NotedAsync(TraceKind.Declined, payments, 1);

    private Task<int> NotedAsync(TraceKind kind, int times, int weight) => _site.InDbAsync(db =>
    {
        for (var i = 0; i < times; i++)
            db.CardTraces.Add(new CardTrace { Kind = kind, At = TimeProvider.System.GetUtcNow().AddMinutes(-20), Network = Key.OfNetwork(Address), Weight = weight });
        return db.SaveChangesAsync();
    });

    /// <summary>Which of a campaign's gifts, in the order in which they were begun.</summary>
    private async Task<IEnumerable<int>> ClosedAsync(DemoCampaign campaign) =>
        (await _site.DonationsOfAsync(campaign)).OrderBy(d => d.StartedAt).Index().Where(d => d.Item.Status == DonationStatus.Expired).Select(d => d.Index);

    private static string Sum(string words)
    {
        var numbers = Words.Of<GiveTexts>("en", "QuestionNumbers").Split(' ');
        return numbers[words.TrimEnd('?').Split(' ').Select(w => Array.IndexOf(numbers, w) + 1).Sum() - 1];
    }

    private static string Work(string ticket)
    {
        for (var tries = 0; ; tries++)
        {
            if (SHA256.HashData(Encoding.UTF8.GetBytes($"{ticket}:{tries}")) is [0, 0, ..])
                return $"{tries}";
        }
    }
}
