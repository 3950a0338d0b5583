using Solidarity.App.Tests.Site;

namespace Solidarity.App.Tests.Safety;

/// <summary>A page that is kept whole is the page of its address, whatever else a request carries.</summary>
[Collection(SiteTests.Name)]
public sealed class GetContentTests(SiteFixture site)
{
    [Fact]
    public async Task A_form_within_a_get_puts_no_other_page_under_an_address()
    {
        var (popular, mine) = (await DemoCampaign.MakeAsync(site), await DemoCampaign.MakeAsync(site));
        using var attacker = site.Browse();
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("slug", mine.Slug)]);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, $"/campaigns/{popular.Slug}")) { Content = content };
        await attacker.AskAsync(request);
        using var reader = site.Browse();
        var page = await reader.GoAsync($"/campaigns/{popular.Slug}");
        Assert.Contains($"/campaigns/{popular.Slug}/", page.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(mine.Slug, page.Html.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }
}
