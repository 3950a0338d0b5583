using System.Net;
using System.Text.Json;
using Solidarity.App.Tests.Site;

namespace Solidarity.App.Tests.Speed;

/// <summary>Style sheet and scripts are asked for once and kept for good: their addresses change with their content. That they are compressed is measured on the published site, as compressing them is publishing's work.</summary>
[Collection(SiteTests.Name)]
public class StaticFilesTests(SiteFixture site)
{
    [Fact]
    public async Task Files_of_a_page_carry_their_fingerprint_and_are_kept_for_good()
    {
        using var browser = site.Browse();
        var page = await browser.GoAsync("/projects");
        var files = page.Html.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).ToList();
        Assert.NotEmpty(files);
        var published = await PublishedAsync();
        foreach (var file in files)
        {
            Assert.Matches(@"\.[a-z0-9]{10}\.(css|js|svg)$", file);
            using var http = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None });
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, file));
            using var answer = await http.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            // In development nothing is kept: what a published site says stands in its list of files.
            Assert.Equal("max-age=31536000, immutable", published[file.TrimStart('/')]);
        }
    }

    /// <summary>Cache-Control of each file by its address, as the published site sends it.</summary>
    private static async Task<Dictionary<string, string>> PublishedAsync()
    {
        await using var list = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Solidarity.Web.staticwebassets.endpoints.json"));
        using var json = await JsonDocument.ParseAsync(list);
        return json.RootElement.GetProperty("Endpoints").EnumerateArray().DistinctBy(e => e.GetProperty("Route").GetString()).ToDictionary(
            e => e.GetProperty("Route").GetString()!,
            e => e.GetProperty("ResponseHeaders").EnumerateArray().First(h => h.GetProperty("Name").GetString() == "Cache-Control").GetProperty("Value").GetString()!);
    }
}
