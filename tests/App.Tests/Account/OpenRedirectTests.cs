using Solidarity.App.Tests.Site;

namespace Solidarity.App.Tests.Account;

/// <summary>Tries to have people sent to another site after they signed in.</summary>
[Collection(SiteTests.Name)]
public sealed class OpenRedirectTests(SiteFixture site)
{
    private static readonly string[] Tricks =
    [
        "https://evil.example", "http://evil.example/", "//evil.example", "///evil.example", "////evil.example/a", "/\\evil.example", "\\\\evil.example", "\\/evil.example", "/\\/evil.example",
        "https:evil.example", "https:/evil.example", "javascript:alert(1)", "data:text/html,x", "evil.example", ".evil.example", "@evil.example", "/\t/evil.example", "/\n/evil.example", "/\r\n/evil.example",
        "\t//evil.example", " //evil.example", "%2f%2fevil.example", "/%09/evil.example/..", "//evil.example%2f..", "//localhost@evil.example", "https://localhost:80@evil.example", "/\u2215evil.example", "/\u0000/evil.example",
        "//[::1]", "//evil.example/account", "~//evil.example", "~/\\evil.example", "ftp://evil.example", "/account\r\nLocation: https://evil.example", "?to=//evil.example", "#//evil.example",
    ];

    [Fact]
    public async Task After_signing_in_people_stay_here()
    {
        var person = await site.MakeAccountAsync();
        foreach (var trick in Tricks)
        {
            using var browser = site.Browse();
            var answer = await browser.SignInAsync(person.Email!, path: $"/sign-in?to={Uri.EscapeDataString(trick)}");
            Stays(answer, trick);
        }
    }

    [Fact]
    public async Task After_more_was_asked_for_people_stay_here()
    {
        using var strong = await site.BrowseAsAsync(await site.MakeAccountAsync());
        foreach (var trick in Tricks)
        {
            var answer = await strong.GoAsync($"/account/second-factor?to={Uri.EscapeDataString(trick)}");
            if (answer.Next is not null)
                Stays(answer, trick);
        }
    }

    [Fact]
    public async Task After_confirming_an_address_people_stay_here()
    {
        await Task.WhenAll(Tricks.Select(async trick =>
        {
            var email = Accounts.NewAddress();
            using var browser = site.Browse();
            await browser.SignUpAsync(email);
            var link = $"{Accounts.LinkIn((await site.MailsAsync(email))[0])}&to={Uri.EscapeDataString(trick)}";
            Stays(await browser.SendAsync(await browser.GoAsync(link), ("password", Accounts.Password)), trick);
        }));
    }

    private void Stays(Page answer, string trick)
    {
        Assert.True(answer.Next is not null, $"{trick}: {answer.Status} {answer.Main}");
        Assert.True(answer.Next.Authority == site.Address.Authority, $"{trick} leads to {answer.Next}.");
        var said = answer.Headers["Location"];
        Assert.True(said is ['/', not ('/' or '\\'), ..], $"{trick} leads to {said}.");
    }
}
