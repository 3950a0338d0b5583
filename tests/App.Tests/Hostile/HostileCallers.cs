using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Meals;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;

namespace Solidarity.App.Tests.Hostile;

/// <summary>Somebody who sends requests.</summary>
/// <param name="Cookies">Whole, as a browser would send them.</param>
/// <param name="Token">Opens every form to them.</param>
internal sealed record HostileCaller(string Name, string Cookies, string Token);

/// <summary>Things that are there to be asked for, and people of every role: made anew now and then, because requests end sessions, projects and accounts.</summary>
internal sealed class HostileCallers
{
    public required IReadOnlyList<HostileCaller> All { get; init; }

    public required IReadOnlyList<string> Slugs { get; init; }

    public required IReadOnlyList<string> Tokens { get; init; }

    public required IReadOnlyList<string> Ids { get; init; }

    public static async Task<HostileCallers> MakeAsync(SiteFixture site, IReadOnlyList<HostileTarget> targets, bool learn)
    {
        var programme = await MealsProgramme.MakeAsync(site);
        var gift = await programme.BuyAsync(3, $"{UnguessableToken.Create().ToLowerInvariant()}@example.org");
        await programme.DeliverAsync(1);
        var campaign = programme.First;
        var callers = new List<HostileCaller>();
        foreach (var (name, make) in People(site, campaign))
        {
            using var browser = await make();
            var token = (await browser.GoAsync(name == "nobody" ? "/sign-in" : "/account")).Value("__RequestVerificationToken");
            Assert.NotEmpty(token);
            if (learn)
                await LearnAsync(browser, targets, campaign);
            callers.Add(new(name, browser.Cookies.GetCookieHeader(site.Address), token));
        }

        return await site.InDbAsync(async db => new HostileCallers
        {
            All = callers,
            Slugs = [campaign.Slug, programme.Slug, campaign.Slug],
            Tokens = [gift.Token, .. await db.Donations.OrderByDescending(d => d.Id).Take(3).Select(d => d.Token).ToListAsync(), .. await db.Follows.Take(3).Select(f => f.Token).ToListAsync(), .. await db.MealDeliveries.Take(3).Select(d => d.Token).ToListAsync(), UnguessableToken.Create()],
            Ids = [.. new[] { gift.Id, campaign.Id, programme.Id, programme.Cooks[0], programme.Cooks[1], programme.Wards[0] }.Select(i => i.ToString()),
                .. (await db.Campaigns.Where(c => c.Id == campaign.Id).Select(c => new { c.ProjectId, c.PartnerId, c.Project.OrganisationId }).ToListAsync()).SelectMany(c => new[] { c.ProjectId.ToString(), c.PartnerId.ToString(), c.OrganisationId.ToString() }),
                .. (await db.People.OrderByDescending(p => p.Id).Take(4).Select(p => p.Id).ToListAsync()).Select(i => i.ToString()), .. (await db.MealDeliveries.Take(4).Select(d => d.Id).ToListAsync()).Select(i => i.ToString()), .. (await db.Reports.Take(4).Select(d => d.Id).ToListAsync()).Select(i => i.ToString()),
                Guid.Empty.ToString()],
        });
    }

    private static IEnumerable<(string Name, Func<Task<Browser>> Make)> People(SiteFixture site, DemoCampaign campaign)
    {
        yield return ("nobody", () => Task.FromResult(site.Browse()));
        yield return ("a person", async () => await site.BrowseAsAsync(await site.MakePersonAsync()));
        foreach (var role in Enum.GetValues<OrganisationRole>())
            yield return (role.ToString(), async () => await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, role)));
        yield return ("moderator", async () => await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Moderator)));
        yield return ("administrator", async () => await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Administrator)));
    }

    private static async Task LearnAsync(Browser browser, IReadOnlyList<HostileTarget> targets, DemoCampaign campaign)
    {
        foreach (var target in targets.Where(t => t.Method == "POST" && !t.Route.StartsWith("sign-out", StringComparison.Ordinal)))
        {
            var page = await browser.GoAsync(Solidarity.App.Tests.People.RightsTests.Fill(target.Route, campaign));
            Assert.True((int)page.Status < 500, $"{target}: {page.Status}");
            if ((int)page.Status == 200)
                HostileTargets.Learn(target, page);
        }
    }
}
