using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Site;
using Solidarity.App.Tests.Updates;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;
using GiverTexts = Solidarity.Web.Texts.MealGivers;

namespace Solidarity.App.Tests.Meals;

/// <summary>What the public, other programs, givers and administrators see of meals.</summary>
[Collection(SiteTests.Name)]
public sealed class ProgrammePageTests(SiteFixture site)
{
    [Fact]
    public async Task The_public_page_follows_the_meals_at_once_and_the_books_agree()
    {
        var programme = await MealsProgramme.MakeAsync(site);
        using var browser = site.Browse();
        var before = await browser.GoAsync(programme.Page);
        Assert.Null(before.Html.QuerySelector("#figures"));
        Assert.Contains(Words.Of<GiverTexts>("en", "RuleTitle"), before.Main, StringComparison.Ordinal);
        Assert.Contains(Words.Of<GiverTexts>("en", "PaidAreRestaurants"), before.Main, StringComparison.Ordinal);

        await programme.BuyAsync(3, Telling.NewAddress());
        await programme.BuyAsync(2, Telling.NewAddress(), cook: 1);
        Assert.Equal(["5", "0", "0", "0"], Totals(await browser.GoAsync(programme.Page)));
        await programme.DeliverAsync(2);
        var page = await browser.GoAsync(programme.Page);
        Assert.Equal(["5", "2", "2", "0"], Totals(page));
        Assert.Contains(Words.Of<GiverTexts>("en", "BarOf", 2, 3), page.Main, StringComparison.Ordinal);
        // Each drawing has its figures in a table.
        Assert.Equal(4 + 2, page.Html.QuerySelectorAll("#figures ~ figure svg, section[aria-labelledby='figures'] svg").Length);
        Assert.Equal(["5", "2", "2", "0"], page.Html.QuerySelectorAll("section[aria-labelledby='figures'] details tbody td").Select(t => t.TextContent));
        Assert.Contains(Words.Of("en", Money.Eur(5000)), page.Words("section[aria-labelledby='money']"), StringComparison.Ordinal);
        await site.WithAsync<VerifyLedger>(async verify => Assert.DoesNotContain((await verify.RunAsync(default)).Faults, f => f.Contains(programme.Slug, StringComparison.Ordinal) || programme.Cooks.Any(cook => f.Contains(cook.ToString(), StringComparison.Ordinal))));
    }

    [Fact]
    public async Task The_ledger_names_the_restaurants_that_were_paid()
    {
        var programme = await MealsProgramme.MakeAsync(site);
        await programme.BuyAsync(1, Telling.NewAddress());
        await programme.BuyAsync(2, Telling.NewAddress(), cook: 1);
        using var browser = site.Browse();
        var ledger = await browser.GoAsync(programme.Page + "/ledger");
        Assert.Equal(HttpStatusCode.OK, ledger.Status);
        Assert.All(MealsProgramme.Names, name => Assert.Contains(name, ledger.Main, StringComparison.Ordinal));
        var file = System.Text.Encoding.UTF8.GetString(await browser.BytesAsync(programme.Page + "/ledger.csv"));
        Assert.All(MealsProgramme.Names, name => Assert.Contains($",{name},", file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Restaurants_come_as_cards_or_as_a_plain_list_and_the_sold_out_is_marked()
    {
        var programme = await MealsProgramme.MakeAsync(site, capacity: 1);
        await programme.BeginAsync(await programme.FreeAsync(), Telling.NewAddress());
        using var browser = site.Browse();
        var cards = await browser.GoAsync(programme.Page + "/give");
        Assert.NotNull(cards.Html.QuerySelector(".cooks"));
        var list = await browser.GoAsync(programme.Page + "/give?as=list");
        Assert.Null(list.Html.QuerySelector(".cooks"));
        foreach (var page in new[] { cards, list })
        {
            Assert.Null(page.Html.QuerySelector($"input[name='{MealFields.Count(programme.Cooks[0])}']"));
            Assert.NotNull(page.Html.QuerySelector($"input[name='{MealFields.Count(programme.Cooks[1])}']"));
            Assert.Contains(Words.Of<Web.Texts.Meals>("en", "SoldOut"), page.Main, StringComparison.Ordinal);
        }

        var chosen = await browser.GoAsync($"{programme.Page}/give?restaurant={programme.Cooks[1]:N}&meals=1");
        Assert.Equal("1", chosen.Value(MealFields.Count(programme.Cooks[1])));
    }

    [Fact]
    public async Task The_story_leads_to_the_meals_while_somebody_cooks_whoever_else_can_be_paid()
    {
        var (programme, unpaid) = (await MealsProgramme.MakeAsync(site), await DemoCampaign.MakeAsync(site, ready: false));
        var story = await site.InDbAsync(async db =>
        {
            var nobody = await db.Campaigns.Where(c => c.Id == unpaid.Id).Select(c => c.PartnerId).SingleAsync();
            await db.Campaigns.Where(c => c.Id == programme.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.PartnerId, nobody));
            return $"/projects/{await db.Campaigns.Where(c => c.Id == programme.Id).Select(c => c.Project.Slug).SingleAsync()}";
        });
        using var browser = site.Browse();
        Assert.NotNull((await browser.GoAsync(story)).Html.QuerySelector($"a[href='{programme.Page}/give']"));
        await site.InDbAsync(async db =>
        {
            foreach (var cook in await db.MealPartners.Where(p => p.CampaignId == programme.Id).ToListAsync())
                cook.MoveTo(MealPartnerStatus.Paused);
            return await db.SaveChangesAsync();
        });
        Assert.Null((await browser.GoAsync(story)).Html.QuerySelector($"a[href='{programme.Page}/give']"));
    }

    [Fact]
    public async Task Other_programs_buy_meals_and_follow_them()
    {
        var programme = await MealsProgramme.MakeAsync(site);
        using var http = new HttpClient { BaseAddress = site.Address };
        var campaign = (await http.GetFromJsonAsync<JsonNode>($"/api/v1/campaigns/{programme.Slug}"))!;
        var meals = campaign["meals"]!;
        Assert.Equal(("meals", true, 1000, "refund"), ((string)campaign["kind"]!, (bool)campaign["takesGifts"]!, (int)meals["unitPrice"]!, (string)meals["rule"]!));
        Assert.Equal(MealsProgramme.Names, meals["restaurants"]!.AsArray().Select(r => (string)r!["name"]!));
        var wish = new { restaurant = (string)meals["restaurants"]![0]!["id"]!, site = (string)meals["sites"]![0]!["id"]!, count = 2 };
        var address = $"/api/v1/campaigns/{programme.Slug}/donations";

        var nothing = await http.PostAsJsonAsync(address, new { currency = "EUR", email = "a@example.org", meals = new object?[] { null } });
        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
        var other = await http.PostAsJsonAsync(address, new { amount = 1500, currency = "EUR", email = "a@example.org", meals = new[] { wish } });
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
        Assert.Contains("mealsPriceOther", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var begun = await http.PostAsJsonAsync(address, new { currency = "EUR", email = "a@example.org", meals = new[] { wish } });
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        var answer = (await begun.Content.ReadFromJsonAsync<JsonNode>())!;
        var token = (string)answer["token"]!;
        await site.Stripe.PayAsync(new Uri((string)answer["checkoutUrl"]!), Cards.Pays);
        await site.UntilAsync(token, DonationStatus.Paid);
        await site.UntilQuietAsync();
        var gift = (await http.GetFromJsonAsync<JsonNode>($"/api/v1/gifts/{token}"))!;
        Assert.Equal(2000, (int)gift["amount"]!);
        var row = Assert.Single(gift["meals"]!.AsArray())!;
        Assert.Equal((2, "accepted"), ((int)row["count"]!, (string)row["next"]!));
        Assert.Equal(["paid", "sentToRestaurant"], row["steps"]!.AsArray().Select(s => (string)s!["what"]!));
        Assert.Contains("MealRequest", await http.GetStringAsync("/openapi/v1.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_gives_back_by_meals_and_not_what_was_delivered()
    {
        var programme = await MealsProgramme.MakeAsync(site);
        var gift = await programme.BuyAsync(3, Telling.NewAddress());
        await programme.DeliverAsync(1);
        var free = await programme.FreeAsync();
        using var browser = await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Administrator));
        var path = $"/administration/gifts/{gift.Id}";
        var page = await browser.GoAsync(path);
        Assert.Contains(Words.Of<GiverTexts>("en", "CannotBeBack"), page.Main, StringComparison.Ordinal);
        var tooMany = await browser.SendAsync(page, ("Count", "3"), ("Reason", "Asked."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooMany.Status);
        Assert.Contains(Words.Of("en", Reason.MealsNotOpen, 2), tooMany.Main, StringComparison.Ordinal);
        var sure = await browser.SendAsync(page, ("Count", "1"), ("Reason", "Asked."));
        Assert.Contains("€10.00", sure.Words("#sure"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await browser.SendAsync(sure, ("sure", "true"))).Status);
        await browser.SendAsync(sure, ("sure", "true"));
        await site.UntilAsync(gift.Token, DonationStatus.PartlyRefunded);
        await site.UntilQuietAsync();
        Assert.Equal(1000, (await site.DonationAsync(gift.Token)).RefundedMinor);
        Assert.Equal(free + 1, await programme.FreeAsync());
        Assert.Equal(["1"], (await browser.GoAsync(programme.Page)).Html.QuerySelectorAll("section[aria-labelledby='figures'] .scroll tbody tr:first-child td:last-child").Select(t => t.TextContent).Distinct().Where(t => t != "0"));

        await programme.DeliverAsync(1);
        var refused = await browser.PostAsync(path, [.. (await browser.GoAsync("/administration/people")).Html.QuerySelectorAll("input[name=__RequestVerificationToken]").Take(1).Select(i => KeyValuePair.Create("__RequestVerificationToken", i.GetAttribute("value")!)), KeyValuePair.Create("Reason", "All of it.")]);
        Assert.Contains(refused.Status, new[] { HttpStatusCode.UnprocessableEntity, HttpStatusCode.BadRequest });
        Assert.Contains(Words.Of<GiverTexts>("en", "RefundNoneOpen"), (await browser.GoAsync(path)).Main, StringComparison.Ordinal);
        var refusal = await Assert.ThrowsAsync<Refusal>(() => site.WithAsync<RefundMeals>(refund => refund.RunAsync(Guid.NewGuid(), gift.Id, (int?)null, Guid.NewGuid(), "All of it.", default)));
        Assert.Equal(Reason.MealsEaten, refusal.Problems[0].Reason);
    }

    [Fact]
    public async Task A_giver_gets_back_what_nobody_cooked_and_reads_why_not_the_rest()
    {
        var programme = await MealsProgramme.MakeAsync(site);
        var gift = await programme.BuyAsync(2, Telling.NewAddress());
        await programme.DeliverAsync(1);
        using var browser = site.Browse();
        var form = await browser.GoAsync($"/gifts/{gift.Token}/refund");
        Assert.Contains(Words.Of<Web.Texts.Meals>("en", "RefundRest"), form.Main, StringComparison.Ordinal);
        Assert.Contains("You get €10.00 back", form.Main, StringComparison.Ordinal);
        await programme.DeliverAsync(1);
        var refused = await browser.SendAsync(form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(Words.Of("en", Reason.MealsEaten), refused.Main, StringComparison.Ordinal);
        Assert.False(await site.InDbAsync(db => db.RefundOrders.AnyAsync(o => o.DonationId == gift.Id)));
        Assert.Null((await browser.GoAsync($"/gifts/{gift.Token}")).Html.QuerySelector($"a[href='/gifts/{gift.Token}/refund']"));
    }

    [Fact]
    public async Task A_refund_under_the_key_of_another_gift_or_none_is_refused_and_not_a_failure()
    {
        var programme = await MealsProgramme.MakeAsync(site);
        var (gift, other) = (await programme.BuyAsync(1, Telling.NewAddress()), await programme.BuyAsync(1, Telling.NewAddress()));
        using var browser = site.Browse("en");
        var form = await browser.GoAsync($"/gifts/{gift.Token}/refund");
        var theirs = await browser.GoAsync($"/gifts/{other.Token}/refund");
        await browser.SendAsync(form);
        foreach (var key in new[] { form.Value("Key"), "no key" })
        {
            var refused = await browser.SendAsync(theirs, ("Key", key));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
            Assert.Contains(Words.Of("en", Reason.FormKeyNotValid), refused.Main, StringComparison.Ordinal);
            theirs = refused;
        }

        Assert.Equal(HttpStatusCode.Found, (await browser.SendAsync(theirs)).Status);
        await site.UntilAsync(gift.Token, DonationStatus.Refunded);
        await site.UntilAsync(other.Token, DonationStatus.Refunded);
    }

    private static List<string> Totals(Page page) => [.. page.Html.QuerySelectorAll("section[aria-labelledby='figures'] .totals dd").Select(d => d.TextContent)];
}
