using System.Net;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.People;

namespace Solidarity.App.Tests.Account;

/// <summary>Tries to learn whether an address has an account: from statuses, words, headers and cookies.</summary>
[Collection(SiteTests.Name)]
public sealed class EnumerationTests(SiteFixture site)
{
    [Fact]
    public async Task Signing_up_says_the_same_for_known_and_unknown_addresses()
    {
        var known = await site.MakeAccountAsync();
        var asked = Accounts.NewAddress();
        await site.Browse().SignUpAsync(asked);
        await AllAlikeAsync([known.Email!, asked, Accounts.NewAddress()], (browser, email) => browser.SignUpAsync(email));
    }

    [Fact]
    public async Task Signing_in_says_the_same_for_every_kind_of_account_and_none()
    {
        var (wrong, locked, closed, unconfirmed, without) = (await site.MakeAccountAsync(), await site.MakeAccountAsync(), await site.MakeAccountAsync(), Accounts.NewAddress(), await site.MakePersonAsync());
        await site.ChangeAsync(locked, (people, person) => people.SetLockoutEndDateAsync(person, TimeProvider.System.GetUtcNow().AddHours(1)));
        await site.ChangeAsync(closed, (people, person) =>
        {
            person.ClosedAt = TimeProvider.System.GetUtcNow();
            return people.UpdateAsync(person);
        });
        await site.Browse().SignUpAsync(unconfirmed);
        await AllAlikeAsync([wrong.Email!, Accounts.NewAddress()], (browser, email) => browser.SignInAsync(email, "something else"));
        await AllAlikeAsync([locked.Email!, closed.Email!, unconfirmed, without.Email!, Accounts.NewAddress()], (browser, email) => browser.SignInAsync(email));
    }

    [Fact]
    public async Task A_forgotten_password_says_the_same_for_known_and_unknown_addresses()
    {
        var known = await site.MakeAccountAsync(PlatformRole.Administrator);
        await AllAlikeAsync([known.Email!, Accounts.NewAddress()], async (browser, email) => await browser.SendAsync(await browser.GoAsync("/sign-in/forgotten"), ("email", email)));
    }

    private async Task AllAlikeAsync(string[] addresses, Func<Browser, string, Task<Page>> ask)
    {
        var seen = new List<string>();
        foreach (var address in addresses)
        {
            using var browser = site.Browse();
            var answer = await ask(browser, address);
            Assert.NotEqual(HttpStatusCode.InternalServerError, answer.Status);
            var after = answer.Next is { } next ? await browser.GoAsync(next) : answer;
            seen.Add(string.Join('\n', Say(answer), Say(after), string.Join(", ", browser.Cookies.GetAllCookies().Select(c => c.Name).Order())).Replace(address, "ADDRESS", StringComparison.OrdinalIgnoreCase));
        }

        Assert.All(seen, s => Assert.Equal(seen[0], s));
    }

    private static string Say(Page page) =>
        $"{page.Status} {page.Next} {page.Title} {page.Main} {string.Join(", ", page.Headers.Keys.Order())} {(page.Headers.TryGetValue("Set-Cookie", out var set) ? string.Join(' ', set.Split(", ").Select(c => c.Split('=')[0])) : "")}";
}
