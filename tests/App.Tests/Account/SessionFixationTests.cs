using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Site;

namespace Solidarity.App.Tests.Account;

/// <summary>Tries to give somebody a session that is known beforehand, and to go on with one that has ended.</summary>
[Collection(SiteTests.Name)]
public sealed class SessionFixationTests(SiteFixture site)
{
    [Fact]
    public async Task Signing_in_makes_a_new_session_and_ends_the_one_that_the_browser_had()
    {
        var (attacker, victim) = (await site.MakeAccountAsync(), await site.MakeAccountAsync());
        using var known = await site.BrowseAsAsync(attacker);
        var planted = Session(known);
        using var browser = site.Browse();
        browser.Cookies.Add(site.Address, new Cookie("session", planted));
        await browser.SignInAsync(victim.Email!);
        Assert.NotEqual(planted, Session(browser));
        Assert.False(await known.IsSignedInAsync());
        Assert.True(await browser.IsSignedInAsync());
        Assert.Equal(victim.Id, await site.InDbAsync(db => db.Sessions.OrderByDescending(s => s.StartedAt).Select(s => s.PersonId).FirstAsync()));
    }

    [Fact]
    public async Task A_second_factor_begins_a_new_session()
    {
        var person = await site.MakeAccountAsync();
        var key = await site.GiveFactorAsync(person);
        using var browser = await site.BrowseAsAsync(person, strong: false);
        var before = Session(browser);
        await browser.SendAsync(await browser.GoAsync("/account/second-factor?to=/account"), ("code", Accounts.Code(key)));
        using var copied = site.Browse();
        copied.Cookies.Add(site.Address, new Cookie("session", before));
        Assert.True(await browser.IsSignedInAsync());
        Assert.False(await copied.IsSignedInAsync());
    }

    [Fact]
    public async Task After_signing_endeda_copied_cookie_is_worth_nothing()
    {
        var person = await site.MakeAccountAsync();
        using var browser = site.Browse();
        await browser.SignInAsync(person.Email!);
        using var copied = site.Browse();
        copied.Cookies.Add(site.Address, new Cookie("session", Session(browser)));
        Assert.True(await copied.IsSignedInAsync());
        var ended = await browser.SendAsync(await browser.GoAsync("/sign-out"));
        Assert.Equal("\"cache\"", ended.Headers["Clear-Site-Data"]);
        Assert.False(await copied.IsSignedInAsync());
    }

    private string Session(Browser browser) => browser.Cookies.GetCookies(site.Address)["session"]!.Value;
}
