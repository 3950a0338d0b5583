using Solidarity.App.Tests.Site;

namespace Solidarity.App.Tests.Language;

/// <summary>What a browser asks for, as RFC 9110 (12.5.4) says it: by weight, never what it refuses.</summary>
[Collection(SiteTests.Name)]
public sealed class AcceptLanguageTests(SiteFixture site)
{
    [Theory]
    [InlineData("ja,nl;q=0.8,fr;q=0.9", "fr")]
    [InlineData("de-CH,de;q=0.9", "de")]
    [InlineData("IT-it", "it")]
    [InlineData("fr;q=0,nl;q=0.1", "nl")]
    [InlineData("fry,sv-SE", "en")]
    [InlineData("*", "en")]
    public async Task The_language_that_is_wanted_most_of_ours(string asked, string answered)
    {
        using var browser = site.Browse(asked);

        var page = await browser.GoAsync("/");

        Assert.Equal(answered, page.Html.DocumentElement.GetAttribute("lang"));
        Assert.Equal(answered, page.Headers["Content-Language"]);
    }
}
