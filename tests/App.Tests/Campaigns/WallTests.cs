using Solidarity.App.Tests.Site;
using Solidarity.App.Tests.Updates;

namespace Solidarity.App.Tests.Campaigns;

[Collection(SiteTests.Name)]
public sealed class WallTests(SiteFixture site)
{
    [Fact]
    public async Task A_name_that_the_project_must_not_know_is_not_on_its_wall()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        await site.GiveAsync(campaign, "shy@example.org", updates: false, name: "Hilde the Shy", hideOwner: true);
        using var reader = site.Browse();

        foreach (var path in new[] { $"/campaigns/{campaign.Slug}/wall", $"/campaigns/{campaign.Slug}", "/" })
            Assert.DoesNotContain("Hilde the Shy", (await reader.GoAsync(path)).Main, StringComparison.Ordinal);
    }
}
