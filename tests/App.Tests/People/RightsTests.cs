using System.Text;
using System.Text.RegularExpressions;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Jobs.Tests;

namespace Solidarity.App.Tests.People;

/// <summary>Who may open which page and send which form: asked of the running site, and held against the table beside this file.</summary>
[Collection(SiteTests.Name)]
public sealed partial class RightsTests(SiteFixture site)
{
    [Fact]
    public void Every_address_says_who_may_open_it() => Assert.Empty(RightsTable.Silent(site));

    [Fact]
    public async Task Every_page_and_action_for_every_role()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var table = new StringBuilder();
        var callers = await CallersAsync(campaign);
        foreach (var address in RightsTable.Of(site))
        {
            table.Append(address).Append(": ");
            if (address.Asks is null)
            {
                table.Append("everyone\n");
                continue;
            }

            var admitted = new List<string>();
            foreach (var (name, browser) in callers)
            {
                if (await IsAdmittedAsync(browser, address, campaign))
                    admitted.Add(name);
            }

            table.Append(admitted.Count == callers.Count - 1 && admitted[0] != callers[0].Name ? "everyone signed in" : string.Join(", ", admitted)).Append('\n');
        }

        foreach (var (_, browser) in callers)
            browser.Dispose();
        Snapshot.Verify(table.ToString());
    }

    [Fact]
    public async Task What_asks_who_is_there_is_kept_by_no_browser()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var owner = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Owner));
        using var administrator = await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Administrator));
        var kept = new List<string>();
        foreach (var address in RightsTable.Of(site).Where(a => a.Asks is not null && a.Method == "GET"))
        {
            foreach (var browser in new[] { owner, administrator })
            {
                var page = await browser.GoAsync(Fill(address.Route, campaign));
                if (!page.Headers.GetValueOrDefault("Cache-Control", "").Contains("no-store", StringComparison.Ordinal))
                    kept.Add($"{address} {page.Status}");
            }
        }

        Assert.Empty(kept);
    }

    private async Task<bool> IsAdmittedAsync(Browser browser, Address address, DemoCampaign campaign)
    {
        // No form token is sent: an action that would be admitted does nothing.
        var page = await browser.AskAsync(new HttpRequestMessage(new HttpMethod(address.Method), new Uri(site.Address, Fill(address.Route, campaign))));
        Assert.True((int)page.Status < 500, $"{address} answered {page.Status}.");
        var decision = page.Headers[WatchRights.Header];
        // What the reader sees agrees with what was decided.
        if (decision != WatchRights.Admitted)
            Assert.Contains((int)page.Status, new[] { 302, 403, 404 });
        return decision == WatchRights.Admitted;
    }

    /// <summary>The address of something that exists wherever rights depend on it; elsewhere any value will do.</summary>
    internal static string Fill(string route, DemoCampaign campaign) => "/" + Parameter().Replace(route, place => place.Groups[1].Value switch
    {
        "organisation" or "project" or "campaign" or "slug" => campaign.Slug,
        "language" => "en",
        _ when place.Value.Contains(":guid", StringComparison.Ordinal) => Guid.Empty.ToString(),
        _ when place.Value.Contains(":int", StringComparison.Ordinal) || place.Value.Contains(":long", StringComparison.Ordinal) => "1",
        _ => "unknown",
    });

    private async Task<List<(string Name, Browser Browser)>> CallersAsync(DemoCampaign campaign)
    {
        var callers = new List<(string, Browser)> { ("nobody", site.Browse()), ("a person", await site.BrowseAsAsync(await site.MakePersonAsync())) };
        foreach (var role in Enum.GetValues<OrganisationRole>().Reverse())
            callers.Add((role.ToString().ToLowerInvariant(), await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, role))));
        callers.Add(("owner without a second factor", await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Owner), strong: false)));
        callers.Add(("owner of another", await site.BrowseAsAsync(await site.MakeMemberAsync(await DemoCampaign.MakeAsync(site), OrganisationRole.Owner))));
        callers.Add(("moderator", await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Moderator))));
        callers.Add(("administrator", await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Administrator))));
        callers.Add(("administrator without a second factor", await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Administrator), strong: false)));
        return callers;
    }

    [GeneratedRegex(@"\{\*{0,2}([a-zA-Z]+)[^}]*\}")]
    private static partial Regex Parameter();
}
