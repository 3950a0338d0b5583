using Solidarity.App.Tests.Site;
using Solidarity.App.Tests.Updates;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;

namespace Solidarity.App.Tests.Safety;

/// <summary>An address that is itself the secret is not kept, not found and not passed on; and what is for one person stays out of search engines.</summary>
[Collection(SiteTests.Name)]
public sealed class SecretsTests(SiteFixture site)
{
    [Fact]
    public async Task An_address_that_is_a_secret_is_kept_one()
    {
        var (campaign, address) = (await DemoCampaign.MakeAsync(site), Telling.NewAddress());
        var gift = await site.GiveAsync(campaign, Telling.NewAddress(), updates: false);
        await site.FollowAsync(campaign, address);
        using var owner = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Owner));
        await owner.SendAsync(await owner.GoAsync($"/workspace/organisations/{campaign.Slug}/invite"), ("email", address), ("role", nameof(OrganisationRole.Editor)));
        var invitation = Telling.LinkIn(await site.MailToAsync(address, "/invitations/"), "/invitations/");
        var choices = await site.InDbAsync(db => Task.FromResult(db.MailChoices.Single(c => c.Email == address).Token));
        using var reader = site.Browse();
        foreach (var path in new[] { $"/gifts/{gift.Token}", invitation, $"/mail-choices/{choices}", "/account/confirm?link=x", "/account/email/agree?link=x", "/sign-in/new-password?link=x" })
        {
            var page = await reader.GoAsync(path);
            Assert.NotEqual(404, (int)page.Status);
            Assert.Equal(("no-referrer", "noindex, nofollow"), (page.Headers["Referrer-Policy"], page.Headers.GetValueOrDefault("X-Robots-Tag")));
            Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/account", "/account")]
    [InlineData("/my", "/my")]
    [InlineData("/workspace", null)]
    [InlineData("/moderation", null)]
    [InlineData("/administration", null)]
    [InlineData("/administration/projects", null)]
    public async Task What_is_for_one_person_is_out_of_search_engines_and_says_where_it_is(string path, string? section)
    {
        using var browser = await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Administrator));
        var page = await browser.GoAsync(path);
        Assert.Equal("noindex", page.Html.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Equal(section, page.Html.QuerySelector("nav.sections [aria-current]")?.GetAttribute("href"));
    }
}
