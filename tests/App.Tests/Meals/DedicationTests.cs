using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.App.Tests.Updates;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Organisations;
using Solidarity.Jobs.Meals;
using GiverTexts = Solidarity.Web.Texts.MealGivers;

namespace Solidarity.App.Tests.Meals;

/// <summary>Meals in somebody's name, and the e-card on its day.</summary>
[Collection(SiteTests.Name)]
public sealed class DedicationTests(SiteFixture site)
{
    private DateOnly Today => Clock.DayOf(TimeProvider.System.GetUtcNow());

    private Domain.Site Clock => site.Services.GetRequiredService<Domain.Site>();

    [Fact]
    public async Task The_card_goes_once_on_the_morning_of_its_day_and_nothing_before_it_is_paid()
    {
        var programme = await MealsProgramme.MakeAsync(site);
        var (to, giver, day) = (Telling.NewAddress(), Telling.NewAddress(), Today.AddDays(2));
        var unpaid = Telling.NewAddress();
        await programme.BeginAsync(1, Telling.NewAddress(), 0, Card(unpaid, day));
        var gift = await programme.BuyAsync(2, giver, 0, Card(to, day, ("honouredWords", "Merci <b>Nour</b>! https://evil.example/x")));

        using var browser = site.Browse();
        var page = await browser.GoAsync($"/gifts/{gift.Token}");
        Assert.Contains(Words.Of<GiverTexts>("en", "WallInNameOf", "Nour"), page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain(to, page.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await CardsAsync(day.AddDays(-1), 23);
        await CardsAsync(day, 7);
        Assert.Empty(await LettersAsync(to));

        await Task.WhenAll(CardsAsync(day, 9), CardsAsync(day, 9));
        await CardsAsync(day.AddDays(1), 9);
        var letter = Assert.Single(await LettersAsync(to));
        Assert.Empty(await LettersAsync(unpaid));
        // It was written for a day that has not come yet.
        await site.InDbAsync(db => db.Outbox.Where(m => m.SubjectId == letter.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, TimeProvider.System.GetUtcNow())));
        var mail = await site.MailToAsync(to);
        Assert.Equal("nl", mail.Header("Content-Language"));
        foreach (var said in new[] { "Ann", "Nour", "Meals for the night" })
            Assert.Contains(said, Page.Plain(mail.Text), StringComparison.Ordinal);
        Assert.DoesNotContain("https://evil", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", mail.Html, StringComparison.Ordinal);

        var later = TimeProvider.System.GetUtcNow().AddDays(40);
        await site.UntilQuietAsync();
        await site.InDbAsync(async db =>
        {
            await db.ForgetOldMealReadersAsync(later, DateOnly.FromDateTime(later.UtcDateTime), default);
            return 0;
        });
        Assert.Null(await site.InDbAsync(db => db.Dedications.Where(d => d.DonationId == gift.Id).Select(d => d.CardEmail).SingleAsync()));
        Assert.Empty(await LettersAsync(to));
    }

    [Fact]
    public async Task One_address_gets_few_cards_a_day_whoever_orders_them()
    {
        var programme = await MealsProgramme.MakeAsync(site);
        var (to, day) = (Telling.NewAddress(), Today.AddDays(1));
        for (var i = 0; i < 4; i++)
            await programme.BuyAsync(1, Telling.NewAddress(), 0, Card(to, day));
        for (var i = 0; i < 5; i++)
            await CardsAsync(day, 9);
        Assert.Equal(3, (await LettersAsync(to)).Count);
        await CardsAsync(day.AddDays(1), 10);
        var letters = (await LettersAsync(to)).ConvertAll(l => l.Id);
        Assert.Equal(4, letters.Count);
        // They were written for days that have not come yet, and nobody waits for them.
        await site.InDbAsync(db => db.Outbox.Where(m => letters.Contains(m.SubjectId)).ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, TimeProvider.System.GetUtcNow())));
        await site.UntilQuietAsync();
    }

    [Fact]
    public async Task No_card_goes_for_what_was_given_back()
    {
        var programme = await MealsProgramme.MakeAsync(site);
        var to = Telling.NewAddress();
        var gift = await programme.BuyAsync(1, Telling.NewAddress(), 0, Card(to, Today.AddDays(1)));
        await site.WithAsync<RefundMeals>(refund => refund.RunAsync(Guid.NewGuid(), gift.Id, null, null, "giver", default));
        await CardsAsync(Today.AddDays(1), 9);
        Assert.Empty(await LettersAsync(to));
        await site.UntilAsync(gift.Token, DonationStatus.Refunded);
    }

    [Fact]
    public async Task The_wall_says_the_name_only_where_the_giver_wants_it_and_is_named()
    {
        var programme = await MealsProgramme.MakeAsync(site);
        await programme.BuyAsync(1, Telling.NewAddress(), 0, ("honoured", "Shown One"), ("honouredShown", "true"));
        await programme.BuyAsync(1, Telling.NewAddress(), 0, ("honoured", "Kept One"));
        await programme.BuyAsync(1, Telling.NewAddress(), 0, ("honoured", "Hidden One"), ("honouredShown", "true"), ("hidePublic", "true"));
        using var browser = site.Browse();
        var wall = (await browser.GoAsync(programme.Page + "/wall")).Main;
        Assert.Contains(Words.Of<GiverTexts>("en", "WallInNameOf", "Shown One"), wall, StringComparison.Ordinal);
        Assert.Contains(Words.Of<GiverTexts>("en", "WallInAName"), wall, StringComparison.Ordinal);
        Assert.DoesNotContain("Kept One", wall, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden One", wall, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_typed_stays()
    {
        var programme = await MealsProgramme.MakeAsync(site);
        using var browser = site.Browse();
        var refused = await programme.SendAsync(browser, 1, Telling.NewAddress(), 0, ("name", ""), ("cardEmail", "nobody"), ("cardDay", Today.AddDays(-1).ToString("O", CultureInfo.InvariantCulture)), ("honouredWords", "For you."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.True(refused.Html.QuerySelector("#dedication")!.HasAttribute("open"));
        Assert.Equal(Words.Of("en", Reason.EmailNotValid), refused.Words("#cardEmail-error").Replace("Error: ", "", StringComparison.Ordinal));
        Assert.NotNull(refused.Html.QuerySelector("#cardDay-error"));
        Assert.NotNull(refused.Html.QuerySelector("#honoured-error"));
        Assert.Contains(Words.Of("en", Reason.CardNeedsName), refused.Main, StringComparison.Ordinal);
        Assert.Equal(("nobody", "For you."), (refused.Value("cardEmail"), refused.Value("honouredWords")));
        Assert.NotNull((await programme.SendAsync(browser, 1, Telling.NewAddress(), 0, Card("a@example.org", Today.AddYears(1).AddDays(2)))).Html.QuerySelector("#cardDay-error"));
        Assert.NotNull((await programme.SendAsync(browser, 1, Telling.NewAddress(), 0, ("honoured", "Nour"), ("cardEmail", "a@example.org"), ("cardDay", "soon"))).Html.QuerySelector("#cardDay-error"));
    }

    [Fact]
    public async Task The_slip_has_the_givers_words_but_those_that_were_taken_away()
    {
        var programme = await MealsProgramme.MakeAsync(site);
        await programme.BuyAsync(1, Telling.NewAddress(), 0, ("message", "Bon courage!"), ("honoured", "Nour"), ("honouredShown", "true"));
        var bad = await programme.BuyAsync(1, Telling.NewAddress(), 0, ("message", "Ugly."));
        await site.InDbAsync(db => db.Donations.Where(d => d.Id == bad.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.WordsHiddenAt, TimeProvider.System.GetUtcNow())));
        await programme.DeliverAsync(2);
        var delivery = await site.InDbAsync(db => db.MealDeliveries.Where(d => d.MealPartnerId == programme.Cooks[0]).Select(d => new { d.Id, d.MealPartner.Partner.OrganisationId, d.MealPartner.Partner.Organisation.Slug }).SingleAsync());
        var words = await site.InDbAsync(db => db.TeamWordsOf(delivery.Id).ToListAsync());
        Assert.Equal([new TeamWord("Bon courage!", "en", "Ann", "Nour")], words);

        var cook = await site.MakePersonAsync();
        await site.InDbAsync(async db =>
        {
            db.Memberships.Add(new Membership { OrganisationId = delivery.OrganisationId, PersonId = cook.Id, Role = OrganisationRole.Assistant, Since = TimeProvider.System.GetUtcNow() });
            return await db.SaveChangesAsync();
        });
        using var browser = await site.BrowseAsAsync(cook, strong: false);
        var slip = (await browser.GoAsync($"/workspace/organisations/{delivery.Slug}/kitchen/deliveries/{delivery.Id}")).Main;
        foreach (var said in new[] { "Bon courage!", "Ann", Words.Of<GiverTexts>("en", "WallInNameOf", "Nour") })
            Assert.Contains(said, slip, StringComparison.Ordinal);
        Assert.DoesNotContain("Ugly.", slip, StringComparison.Ordinal);
    }

    private Task CardsAsync(DateOnly day, int hour) => MealsProgramme.RunAsync<SendCards>(site, Clock.MomentOf(day.ToDateTime(new TimeOnly(hour, 0))));

    private Task<List<Letter>> LettersAsync(string to) => site.InDbAsync(db => db.Letters.AsNoTracking().Where(l => l.To == to).ToListAsync());

    private static (string, string?)[] Card(string to, DateOnly day, params (string, string?)[] more) =>
        [("honoured", "Nour"), ("cardEmail", to), ("cardDay", day.ToString("O", CultureInfo.InvariantCulture)), ("cardLanguage", "nl"), .. more];
}
