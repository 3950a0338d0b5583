using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Web.My;
using MyTexts = Solidarity.Web.Texts.My;

namespace Solidarity.App.Tests.My;

/// <summary>The giver's own page shows what was given from the confirmed address, and nothing of anybody else.</summary>
[Collection(SiteTests.Name)]
public sealed class MyGiftsTests(SiteFixture site)
{
    [Fact]
    public async Task Gifts_made_as_a_guest_come_along_once_the_address_is_confirmed()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var person = await site.MakePersonAsync();
        // As people write their own address.
        var mine = await site.GiveAsync(campaign, person.Email!.ToUpperInvariant());
        var other = await site.GiveAsync(campaign, Givers.NewAddress());
        using var browser = await site.BrowseAsAsync(person);

        await site.ConfirmAsync(person, false);
        var before = await browser.GoAsync("/my");
        await site.ConfirmAsync(person, true);
        var after = await browser.GoAsync("/my");

        Assert.Null(before.Html.QuerySelector("a[href^='/gifts/']"));
        Assert.Equal([$"/gifts/{mine.Token}"], after.Html.QuerySelectorAll("a[href^='/gifts/']").Select(a => a.GetAttribute("href")));
        Assert.Contains(Words.Of("en", Money.Eur(2500)), after.Main, StringComparison.Ordinal);
        Assert.Single(after.Html.QuerySelectorAll("a[href$='.pdf']"));
        Assert.DoesNotContain(other.Token, after.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("no-store", after.Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to_and_comes_back()
    {
        using var browser = site.Browse();

        var answer = await browser.GoAsync("/my");

        Assert.Equal("/sign-in?to=%2Fmy", answer.Next!.PathAndQuery);
        Assert.NotNull((await browser.GoAsync(answer.Next)).Html.QuerySelector("a[href='/my/link']"));
    }

    [Fact]
    public async Task A_guest_asks_for_a_link_and_sees_only_their_own()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var (address, unknown) = (Givers.NewAddress(), Givers.NewAddress());
        var mine = await site.GiveAsync(campaign, address);
        var other = await site.GiveAsync(campaign, Givers.NewAddress());
        using var browser = site.Browse();

        var known = await AskAsync(address);
        var nothing = await AskAsync(unknown);

        Assert.Equal(known, nothing);
        var letters = await site.InDbAsync(db => db.Letters.Where(l => l.To == address || l.To == unknown).ToListAsync());
        Assert.Equal(2, letters.Count);
        var page = await browser.GoAsync(site.GuestPage(address));
        Assert.Equal([$"/gifts/{mine.Token}"], page.Html.QuerySelectorAll("a[href^='/gifts/']").Select(a => a.GetAttribute("href")));
        Assert.DoesNotContain(other.Token, page.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
        Assert.Contains("noindex", page.Headers["X-Robots-Tag"], StringComparison.Ordinal);
        Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Null((await browser.GoAsync(site.GuestPage(unknown))).Html.QuerySelector("a[href^='/gifts/']"));

        async Task<(HttpStatusCode, string, string)> AskAsync(string email)
        {
            var sent = await browser.SendAsync(await browser.GoAsync("/my/link"), ("email", email));
            return (sent.Status, sent.Next!.PathAndQuery, (await browser.GoAsync(sent.Next)).Main);
        }
    }

    [Fact]
    public async Task One_address_is_not_written_to_again_and_again()
    {
        var address = Givers.NewAddress();
        using var browser = site.Browse();
        var form = await browser.GoAsync("/my/link");
        var answers = new List<HttpStatusCode>();

        for (var i = 0; i < 6; i++)
            answers.Add((await browser.SendAsync(form, ("email", address))).Status);

        Assert.Equal(HttpStatusCode.Found, answers[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(form, ("email", "not an address"))).Status);
    }

    [Fact]
    public async Task A_link_that_is_too_old_altered_or_made_for_something_else_opens_nothing()
    {
        var address = Givers.NewAddress();
        await site.GiveAsync(await DemoCampaign.MakeAsync(site), address);
        var good = site.GuestPage(address);
        var middle = good.Length / 2;
        var altered = good[..middle] + (good[middle] == 'A' ? 'B' : 'A') + good[(middle + 1)..];
        var otherwise = site.Services.GetRequiredService<Microsoft.AspNetCore.DataProtection.IDataProtectionProvider>().CreateProtector("other");
        var forOther = "/my/guest/" + Convert.ToBase64String(otherwise.Protect(System.Text.Encoding.UTF8.GetBytes($"99999999999 {address}"))).Replace('+', '-').Replace('/', '_').TrimEnd('=');
        using var browser = site.Browse();

        Assert.Equal(HttpStatusCode.OK, (await browser.GoAsync(good)).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GoAsync(site.OldGuestPage(address, GuestLink.GoodFor - TimeSpan.FromMinutes(1)))).Status);
        foreach (var link in new[] { altered, forOther, "/my/guest/x", site.OldGuestPage(address, GuestLink.GoodFor + TimeSpan.FromSeconds(1)) })
        {
            Assert.Equal("/my/link", (await browser.GoAsync(link)).Next!.PathAndQuery);
            Assert.Equal("/my/link", (await browser.GoAsync(link + "/erase")).Next!.PathAndQuery);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GoAsync(link + "/receipts.zip")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GoAsync(link + "/export")).Status);
        }

        Assert.Equal(Words.Of<MyTexts>("en", "LinkOver"), (await browser.GoAsync("/my/link")).Words("[role=status] p"));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_double()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var address = Givers.NewAddress();
        await site.WithAsync<Domain.Donations.StartDonation>(async start =>
        {
            for (var i = 0; i < 2 * GiftsOfAddress.PerPage + 3; i++)
                await start.RunAsync(new(campaign.Slug, Money.Eur(1000 + i), null, false, address, null, null, false, false, "en"), CancellationToken.None);
        });
        // Two at each moment: the order within one must hold, too.
        await site.InDbAsync(async db =>
        {
            var first = await db.Donations.Where(d => d.EmailKey == address).MinAsync(d => d.StartedAt);
            return await db.Donations.Where(d => d.EmailKey == address && d.AmountMinor < 1040).ExecuteUpdateAsync(set => set.SetProperty(d => d.StartedAt, first));
        });
        using var browser = site.Browse();
        var seen = new List<string>();

        for (var at = site.GuestPage(address); at is not null;)
        {
            var page = await browser.GoAsync(at);
            seen.AddRange(page.Html.QuerySelectorAll("a[href^='/gifts/']").Select(a => a.GetAttribute("href")!));
            at = page.Html.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(2 * GiftsOfAddress.PerPage + 3, seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
    }

    /// <summary>Among millions of gifts those of one address are found by its index, in the order in which they are shown.</summary>
    [Fact]
    public async Task The_index_on_the_address_is_used()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SolidarityDb>();
        if (!db.Database.IsSqlite())
            return;
        var gifts = scope.ServiceProvider.GetRequiredService<GiftsOfAddress>();
        await db.Database.OpenConnectionAsync();
        foreach (var command in new[] { gifts.Rows(gifts.Of("a@example.org")).CreateDbCommand(), gifts.Receipts("a@example.org").CreateDbCommand() })
        {
#pragma warning disable CA2100 // our own statement
            command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
#pragma warning restore CA2100
            var plan = new List<string>();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                plan.Add(reader.GetString(3));
            Assert.Contains(plan, step => step.Contains("IX_Donations_EmailKey_StartedAt (EmailKey=?", StringComparison.Ordinal));
            Assert.DoesNotContain(plan, step => step is "SCAN d" or "SCAN r" or "SCAN l");
        }
    }
}
