using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Solidarity.Browser.Tests.Running;
using Solidarity.Browser.Tests.Visiting;

namespace Solidarity.Browser.Tests;

/// <summary>Five languages, by link, by cookie and by what the browser asks for; every page fits every screen in each of them.</summary>
[Collection(OneInstallation.Name)]
public sealed partial class LanguageTests(Installation installation)
{
    private static readonly int[] Widths = [320, 360, 768, 1280];

    private static readonly string[] Pages =
    [
        "/", "/projects", "/projects/repas-pour-les-soignants", $"/campaigns/{Giving.Campaign}", $"/campaigns/{Giving.Campaign}/wall", $"/campaigns/{Giving.Campaign}/ledger",
        $"/campaigns/{Giving.Campaign}/give", "/campaigns/elke-maand-een-deur/give?amount=25", "/campaigns/les-premiers-repas/give",
        "/how-it-works", "/privacy", "/legal", "/no-such-page", "/dev/mailbox",
    ];

    [Theory]
    [InlineData("fr", "1 234,50 €", @"^[0-9][0-9\s]*,[0-9]{2}\s€$")]
    [InlineData("nl", "€ 1.234,50", @"^€\s[0-9][0-9.]*,[0-9]{2}$")]
    [InlineData("en", "€1,234.50", @"^€[0-9][0-9,]*\.[0-9]{2}$")]
    [InlineData("it", "1.234,50 €", @"^[0-9][0-9.]*,[0-9]{2}\s€$")]
    [InlineData("de", "1.234,50 €", @"^[0-9][0-9.]*,[0-9]{2}\s€$")]
    public Task Every_page_speaks_the_language_and_fits_every_screen(string language, string example, string money) =>
        Visitor.VisitAsync(installation, new(Script.On, Device.Desktop, language), nameof(LanguageTests), async visitor =>
        {
            Assert.Equal(example, visitor.Words.Money(1234_50));
            var bareKeys = visitor.Words.BareKeys().ToHashSet();
            foreach (var path in Pages)
            {
                await visitor.OpenAsync(path);
                await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
                foreach (var width in Widths)
                {
                    await visitor.Page.SetViewportSizeAsync(width, 800);
                    await visitor.FitsAsync();
                }

                if (path is not "/dev/mailbox")
                    await visitor.LookAsync($"{path} in {language}");
                var lines = await visitor.TextsAsync();
                Assert.DoesNotContain(lines, bareKeys.Contains);
                Assert.DoesNotContain(lines, line => Placeholder().IsMatch(line));
            }

            await visitor.OpenAsync($"/campaigns/{Giving.Campaign}");
            await Assertions.Expect(visitor.Page.Locator(".tally strong.amount")).ToHaveTextAsync(new Regex(money));
        });

    [Theory]
    [ClassData(typeof(EveryVariant))]
    public Task The_language_is_chosen_by_a_link_and_kept(Script script, Device device) => Visitor.VisitAsync(installation, new(script, device), "LanguageTests-link", async visitor =>
    {
        var page = visitor.Page;
        var path = $"/campaigns/{Giving.Campaign}/ledger";
        await visitor.OpenAsync(path);
        Assert.Empty(await visitor.CookiesAsync());
        foreach (var language in new[] { "en", "fr", "nl", "it", "de" })
        {
            await visitor.PressAsync(page.Locator($"nav.languages a[lang={language}]"));
            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
            Assert.Equal(path, new Uri(page.Url).AbsolutePath);
            Assert.Equal([("lang", language)], (await visitor.CookiesAsync()).Select(c => (c.Name, c.Value)));
        }

        await visitor.OpenAsync("/");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "de");
    });

    [Theory]
    [InlineData("fr-BE", "fr")]
    [InlineData("de-CH", "de")]
    [InlineData("sv-SE", "en")]
    public Task The_browser_s_language_counts_until_another_is_chosen(string locale, string answered) =>
        Visitor.VisitAsync(installation, new(Script.On, Device.Desktop, answered) { Locale = locale }, "LanguageTests-locale", async visitor =>
        {
            await visitor.OpenAsync("/");
            await Assertions.Expect(visitor.Page.Locator("html")).ToHaveAttributeAsync("lang", answered);
            Assert.Empty(await visitor.CookiesAsync());
        });

    [GeneratedRegex(@"\{[0-9]")]
    private static partial Regex Placeholder();
}
