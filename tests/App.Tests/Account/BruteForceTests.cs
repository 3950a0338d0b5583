using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Site;

namespace Solidarity.App.Tests.Account;

/// <summary>Tries many passwords, codes, links and letters.</summary>
[Collection(SiteTests.Name)]
public sealed class BruteForceTests(SiteFixture site)
{
    [Fact]
    public async Task Guessing_one_password_from_many_networks_is_stopped_alike_for_accounts_and_none()
    {
        var person = await site.MakeAccountAsync();
        foreach (var address in new[] { person.Email!, Accounts.NewAddress() })
        {
            var refused = await UntilTooManyAsync(7, async i =>
            {
                using var browser = site.Browse();
                return await browser.SignInAsync(address, $"wrong number {i}");
            });
            Assert.Equal(6, refused);
            using var browser = site.Browse();
            Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.SignInAsync(address)).Status);
        }
    }

    [Fact]
    public async Task Strangers_do_not_lock_out_the_browser_that_has_signed_in_before()
    {
        var person = await site.MakeAccountAsync();
        using var known = site.Browse();
        await known.SignInAsync(person.Email!);
        for (var i = 0; i < 6; i++)
        {
            using var stranger = site.Browse();
            await stranger.SignInAsync(person.Email!, $"wrong number {i}");
        }

        await site.InDbAsync(db => db.People.Where(p => p.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.LockoutEnd, TimeProvider.System.GetUtcNow().AddHours(1))));
        Assert.Equal("/account", (await known.SignInAsync(person.Email!)).Next?.AbsolutePath);
        // That the owner signs in gives strangers no tries back.
        using var another = site.Browse();
        Assert.Equal(HttpStatusCode.TooManyRequests, (await another.SignInAsync(person.Email!)).Status);
        // Nor is the browser free to guess.
        Assert.Equal(6, await UntilTooManyAsync(7, i => known.SignInAsync(person.Email!, $"wrong number {i}")));
    }

    [Fact]
    public async Task A_new_password_makes_the_marks_of_browsers_worthless_and_they_open_no_other_account()
    {
        var (person, other) = (await site.MakeAccountAsync(), await site.MakeAccountAsync());
        using var known = site.Browse();
        await known.SignInAsync(person.Email!);
        var mark = Assert.Single(known.Cookies.GetCookies(new Uri(site.Address, "/sign-in")), c => c.Name.StartsWith("known-", StringComparison.Ordinal));
        Assert.True(mark.HttpOnly);
        Assert.DoesNotContain(known.Cookies.GetCookies(site.Address), c => c.Name == mark.Name);
        await site.InDbAsync(db => db.People.Where(p => p.Id == other.Id || p.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.LockoutEnd, TimeProvider.System.GetUtcNow().AddHours(1))));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await known.SignInAsync(other.Email!)).Status);
        await site.ChangeAsync(person, async (people, changed) =>
        {
            await people.RemovePasswordAsync(changed);
            await people.AddPasswordAsync(changed, "another quiet kettle");
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await known.SignInAsync(person.Email!, "another quiet kettle")).Status);
    }

    [Fact]
    public async Task Guessing_at_many_accounts_from_one_network_is_stopped()
    {
        using var browser = site.Browse();
        var page = await browser.GoAsync("/sign-in");
        var refused = await UntilTooManyAsync(41, _ => browser.SendAsync(page, ("email", Accounts.NewAddress()), ("password", "wrong")));
        Assert.Equal(40, refused);
    }

    [Fact]
    public async Task Guessing_codes_is_stopped_even_for_the_right_one()
    {
        var person = await site.MakeAccountAsync();
        var key = await site.GiveFactorAsync(person);
        using var browser = site.Browse();
        var half = await browser.SignInAsync(person.Email!);
        var page = await browser.GoAsync(half.Next!);
        Assert.Equal(5, await UntilTooManyAsync(6, _ => browser.SendAsync(page, ("code", Accounts.Code(key, later: 50)))));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.SendAsync(page, ("code", Accounts.Code(key)))).Status);
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Guessing_links_is_stopped()
    {
        using var browser = site.Browse();
        var token = (await browser.GoAsync("/sign-up")).Value("__RequestVerificationToken");
        var refused = await UntilTooManyAsync(31, i => browser.PostAsync("/account/confirm", [new("link", $"guess{i}"), new("password", Accounts.Password), new("__RequestVerificationToken", token)]));
        Assert.Equal(30, refused);
    }

    [Fact]
    public async Task Nobody_is_flooded_with_letters()
    {
        var victim = Accounts.NewAddress();
        var refused = await UntilTooManyAsync(6, async i =>
        {
            using var browser = site.Browse();
            return i % 2 == 0 ? await browser.SignUpAsync(victim) : await browser.SendAsync(await browser.GoAsync("/sign-in/forgotten"), ("email", victim.ToUpperInvariant()));
        });
        Assert.Equal(4, refused);
    }

    /// <returns>How many tries were let through.</returns>
    private static async Task<int> UntilTooManyAsync(int most, Func<int, Task<Page>> ask)
    {
        for (var i = 0; i < most; i++)
        {
            var answer = await ask(i);
            Assert.True((int)answer.Status < 500, $"{answer.Status}");
            if (answer.Status == HttpStatusCode.TooManyRequests)
                return i;
        }

        return most;
    }
}
