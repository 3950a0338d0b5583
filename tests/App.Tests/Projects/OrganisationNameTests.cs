using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Site;

namespace Solidarity.App.Tests.Projects;

[Collection(SiteTests.Name)]
public sealed class OrganisationNameTests(SiteFixture site)
{
    [Fact]
    public async Task A_new_name_is_on_the_pages_of_its_projects_at_once()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var reader = site.Browse();
        var path = $"/projects/{campaign.Slug}";
        Assert.Contains(DemoCampaign.PartnerName, (await reader.GoAsync(path)).Main, StringComparison.Ordinal);
        await site.InDbAsync(async db =>
        {
            (await db.Organisations.SingleAsync(o => o.Slug == campaign.Slug)).Name = "The Soup Kitchen";
            return await db.SaveChangesAsync();
        });
        Assert.Contains("The Soup Kitchen", (await reader.GoAsync(path)).Main, StringComparison.Ordinal);
    }
}
