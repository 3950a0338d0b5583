using System.Text.RegularExpressions;

namespace Solidarity.Sandbox.Tests.Checkout;

public sealed partial class PageTests(SandboxHost host) : IClassFixture<SandboxHost>
{
    [Theory]
    [InlineData("fr", "Votre don", "25,00\u00a0€")]
    [InlineData("nl", "Uw gift", "€\u00a025,00")]
    [InlineData("en", "Your gift", "€25.00")]
    [InlineData("it", "La sua donazione", "25,00\u00a0€")]
    [InlineData("de", "Ihre Spende", "25,00\u00a0€")]
    public async Task The_page_speaks_five_languages(string locale, string heading, string amount)
    {
        var html = await Page(await host.NewSession(2500, more: [("locale", locale), ("submit_type", "donate")]));
        Assert.Contains($"<html lang=\"{locale}\">", html, StringComparison.Ordinal);
        Assert.Contains(heading, html, StringComparison.Ordinal);
        Assert.Contains(amount, html.Replace("&#xA0;", "\u00a0", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_locale_the_browser_decides()
    {
        var session = await host.NewSession(more: ("locale", "auto"));
        Assert.Contains("<html lang=\"it\">", await Page(session, "xx, it;q=0.8, en;q=0.5"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_site_says_is_shown_as_text()
    {
        var html = await Page(await host.NewSession(more: ("line_items[0][price_data][product_data][description]", "<script>alert(1)</script>")));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_field_has_a_label_and_every_id_is_there_once()
    {
        var html = await Page(await host.NewSession());
        var ids = Ids().Matches(html).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(Fields().Matches(html).Select(match => match.Groups[1].Value), id => Assert.Contains($"<label for=\"{id}\">", html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_page_is_404()
    {
        using var client = host.NewClient();
        using var response = await client.GetAsync(new Uri("http://localhost/c/pay/cs_test_none"));
        Assert.Equal(404, (int)response.StatusCode);
    }

    [Fact]
    public void Every_language_has_every_text()
    {
        var keys = Languages().ToDictionary(language => language.Code, language => language.Keys);
        Assert.All(keys, language => Assert.Equal(keys["en"], language.Value));
    }

    private static IEnumerable<(string Code, IReadOnlyList<string> Keys)> Languages()
    {
        foreach (var code in new[] { "fr", "nl", "en", "it", "de" })
        {
            using var stream = typeof(Program).Assembly.GetManifestResourceStream(code + ".json")!;
            yield return (code, [.. JsonNode.Parse(stream)!.AsObject().Select(text => text.Key)]);
        }
    }

    private async Task<string> Page(Reply session, string? accept = null)
    {
        using var client = host.NewClient();
        if (accept is not null) client.DefaultRequestHeaders.Add("Accept-Language", accept);
        return await client.GetStringAsync(new Uri(session.Text("url")));
    }

    [GeneratedRegex(" id=\"([^\"]+)\"")]
    private static partial Regex Ids();

    [GeneratedRegex("<input id=\"([^\"]+)\"")]
    private static partial Regex Fields();
}
