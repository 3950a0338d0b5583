using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.App.Tests.Updates;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Jobs.Meals;
using Solidarity.Payments.Checkout;
using GiverTexts = Solidarity.Web.Texts.MealGivers;

namespace Solidarity.App.Tests.Meals;

/// <summary>The waiting list of a programme, from the form that says that there is nothing left to the letter that says that there is.</summary>
[Collection(SiteTests.Name)]
public sealed class WaitingTests(SiteFixture site)
{
    [Fact]
    public async Task Who_wants_more_than_there_is_hears_it_before_paying_and_is_led_to_the_list()
    {
        var programme = await MealsProgramme.MakeAsync(site, capacity: 2);
        var free = await programme.FreeAsync();
        using var browser = site.Browse();
        var refused = await programme.SendAsync(browser, free + 1, Telling.NewAddress());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(Words.Of("en", Reason.MealsNotFree, "Noodles", free), refused.Main, StringComparison.Ordinal);
        var link = refused.Html.QuerySelector($"a[href*='waiting?restaurant={programme.Cooks[0]:N}']")!.GetAttribute("href")!;
        var form = await browser.GoAsync(link);
        Assert.Equal((free + 1).ToString(System.Globalization.CultureInfo.InvariantCulture), form.Value("Count"));
        Assert.Equal(programme.Cooks[0].ToString("N"), form.Value("Restaurant"));

        await programme.BeginAsync(free, Telling.NewAddress());
        await programme.BeginAsync(await programme.FreeAsync(1), Telling.NewAddress(), cook: 1);
        var soldOut = await browser.GoAsync(programme.Page + "/give");
        Assert.Contains(Words.Of<GiverTexts>("en", "SoldOutText"), soldOut.Main, StringComparison.Ordinal);
        Assert.NotNull(soldOut.Html.QuerySelector($"a[href='{programme.Page}/waiting']"));
    }

    [Fact]
    public async Task Those_who_wait_longest_are_told_once_and_no_more_of_them_than_there_are_places()
    {
        var programme = await MealsProgramme.MakeAsync(site, capacity: 5);
        var back = await programme.BeginAsync(3, Telling.NewAddress());
        await programme.BeginAsync(await programme.FreeAsync(), Telling.NewAddress());
        string[] waiting = [Telling.NewAddress(), Telling.NewAddress(), Telling.NewAddress()];
        foreach (var (address, count) in waiting.Zip([2, 2, 1]))
            await WaitAsync(programme, address, count);
        var silent = Telling.NewAddress();
        await AskAsync(programme, silent, 1);
        await TellAsync();
        Assert.All(await WishesAsync(programme), w => Assert.Null(w.ToldAt));

        await site.WithAsync<ExpireCheckout>(expire => expire.RunAsync(back.Id, default));
        await TellAsync();
        await TellAsync();
        Assert.Equal([2, 1, 0], await OfferedAsync(programme, waiting));
        var letter = await site.MailToAsync(waiting[0], $"{programme.Page}/give");
        Assert.Contains($"restaurant={programme.Cooks[0]:N}", letter.Text, StringComparison.Ordinal);
        Assert.Equal(2, site.MailsTo(waiting[0]).Count);

        // One of them bought nothing in a day: the third may try.
        await site.InDbAsync(db => db.MealWaitings.Where(w => w.Email == waiting[0]).ExecuteUpdateAsync(set => set.SetProperty(w => w.ToldAt, TimeProvider.System.GetUtcNow().AddDays(-2))));
        await TellAsync();
        Assert.Equal([2, 1, 1], await OfferedAsync(programme, waiting));
        Assert.Null((await WishesAsync(programme)).Single(w => w.Email == silent).ToldAt);
        Assert.Single(site.MailsTo(silent));
    }

    [Fact]
    public async Task The_list_is_left_by_one_click_and_the_address_forgotten_after_a_month()
    {
        var programme = await MealsProgramme.MakeAsync(site);
        var address = Telling.NewAddress();
        using var browser = site.Browse("fr");
        var page = await WaitAsync(programme, address, 4, browser);
        var letter = await site.MailToAsync(address);
        Assert.Equal("fr", letter.Header("Content-Language"));
        var leave = new Uri(letter.Header("List-Unsubscribe").Split('<', '>')[1]).PathAndQuery;
        Assert.Contains(Words.Of<GiverTexts>("fr", "WishWaits"), page.Heading, StringComparison.Ordinal);
        using var program = site.Browse();
        Assert.Equal(HttpStatusCode.Found, (await program.PostAsync(leave, [KeyValuePair.Create("List-Unsubscribe", "One-Click")])).Status);
        Assert.NotNull((await WishesAsync(programme)).Single().EndedAt);
        Assert.Equal(HttpStatusCode.NotFound, (await program.PostAsync("/waiting/nobody/leave", [])).Status);

        var later = TimeProvider.System.GetUtcNow().AddDays(31);
        await site.UntilQuietAsync();
        await site.InDbAsync(async db =>
        {
            await db.ForgetOldMealReadersAsync(later, DateOnly.FromDateTime(later.UtcDateTime), default);
            return 0;
        });
        Assert.Empty(await WishesAsync(programme));
        Assert.False(await site.InDbAsync(db => db.Letters.AnyAsync(l => l.To == address)));
        Assert.False(await site.InDbAsync(db => db.MailRecords.AnyAsync(m => m.To == address)));
    }

    [Fact]
    public async Task What_is_no_address_or_no_number_is_refused_and_stays()
    {
        var programme = await MealsProgramme.MakeAsync(site);
        using var browser = site.Browse();
        var form = await browser.GoAsync(programme.Page + "/waiting");
        var refused = await browser.SendAsync(form, ("Email", "nobody"), ("Count", "many"), ("Restaurant", Guid.NewGuid().ToString("N")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        foreach (var reason in new[] { Reason.EmailNotValid, Reason.MealsNotPositive, Reason.MealPartnerUnknown })
            Assert.Contains(Words.Of("en", reason), refused.Main, StringComparison.Ordinal);
        Assert.Equal(("nobody", "many"), (refused.Value("Email"), refused.Value("Count")));
        var campaign = await DemoCampaign.MakeAsync(site);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GoAsync($"/campaigns/{campaign.Slug}/waiting")).Status);
    }

    private Task TellAsync() => MealsProgramme.RunAsync<TellWaiting>(site, TimeProvider.System.GetUtcNow());

    private async Task AskAsync(MealsProgramme programme, string address, int count, Browser? by = null)
    {
        using var other = site.Browse();
        var browser = by ?? other;
        var sent = await browser.SendAsync(await browser.GoAsync($"{programme.Page}/waiting?restaurant={programme.Cooks[0]:N}&count={count}"), ("Email", address));
        Assert.Equal(HttpStatusCode.Found, sent.Status);
        await site.MailToAsync(address);
    }

    private async Task<Page> WaitAsync(MealsProgramme programme, string address, int count, Browser? by = null)
    {
        await AskAsync(programme, address, count, by);
        using var other = site.Browse();
        var browser = by ?? other;
        var page = await browser.GoAsync(Telling.LinkIn(await site.MailToAsync(address), "/waiting/"));
        var said = await browser.SendAsync(page);
        Assert.Equal(HttpStatusCode.Found, said.Status);
        return await browser.GoAsync(said.Next!);
    }

    private Task<List<MealWaiting>> WishesAsync(MealsProgramme programme) => site.InDbAsync(db => db.MealWaitings.AsNoTracking().Where(w => w.CampaignId == programme.Id).OrderBy(w => w.CreatedAt).ToListAsync());

    private async Task<List<int>> OfferedAsync(MealsProgramme programme, string[] addresses)
    {
        var wishes = await WishesAsync(programme);
        return [.. addresses.Select(a => wishes.Single(w => w.Email == a).Offered)];
    }
}
