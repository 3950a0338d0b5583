using System.Net;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.Donations;

namespace Solidarity.App.Tests.Home;

[Collection(SiteTests.Name)]
public sealed class HomePageTests(SiteFixture site)
{
    [Fact]
    public async Task What_givers_wrote_is_on_the_home_page_the_campaigns_and_the_wall()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var words = $"Bon courage, {Guid.NewGuid():N}!";
        using var browser = site.Browse("fr");
        var answer = await browser.SendAsync(await browser.GoAsync(campaign.Give), ("amount", "25"), ("email", "lea@example.org"), ("name", "Léa Dumont"), ("message", words));
        await site.Stripe.PayAsync(answer.Next!, Cards.Pays);
        await site.UntilAsync(Assert.Single(await site.DonationsOfAsync(campaign)).Token, DonationStatus.Paid);

        foreach (var path in new[] { "/", $"/campaigns/{campaign.Slug}", $"/campaigns/{campaign.Slug}/wall" })
        {
            Page page = null!;
            await SiteFixture.EventuallyAsync(async () => (page = await browser.GoAsync(path)).Main.Contains(words, StringComparison.Ordinal), $"{path} shows the words");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("Léa Dumont", page.Words(".wall"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("only-if-cached")]
    [InlineData("no-cache, max-age=0")]
    public async Task What_a_browser_says_of_its_own_cache_changes_nothing(string said)
    {
        using var browser = site.Browse();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, $"/projects?page={Random.Shared.Next(2, 9)}"));
        request.Headers.Add("Cache-Control", said);

        Assert.NotEqual(HttpStatusCode.GatewayTimeout, (await browser.AskAsync(request)).Status);
    }

    [Fact]
    public async Task A_key_of_the_query_means_the_same_in_any_case()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse("de");

        var page = await browser.GoAsync($"/campaigns/{campaign.Slug}/wall?BEFORE=17&Lang=nl");

        Assert.Equal("nl", page.Html.DocumentElement.GetAttribute("lang"));
        Assert.All(page.Html.QuerySelectorAll("nav.languages a[href]"), link =>
        {
            Assert.Contains("before%3D17", link.GetAttribute("href"), StringComparison.Ordinal);
            Assert.DoesNotContain("lang%3D", link.GetAttribute("href"), StringComparison.OrdinalIgnoreCase);
        });
    }
}
