using System.Net.Http.Headers;
using System.Text;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;

namespace Solidarity.App.Tests.Hostile;

/// <summary>Forms that the run of hostile requests has found the site to stumble over.</summary>
[Collection(SiteTests.Name)]
public sealed class BrokenFormTests(SiteFixture site)
{
    private const string Token = "__RequestVerificationToken";

    [Theory]
    [InlineData("/moderation/reports/00000000-0000-0000-0000-000000000000")]
    [InlineData("/moderation/thanks/00000000-0000-0000-0000-000000000000?handler=NoSuch")]
    public async Task A_page_of_named_buttons_is_not_there_for_a_form_that_presses_none(string path)
    {
        using var browser = await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Moderator));
        Assert.Equal(404, (int)(await browser.PostAsync(path, [new(Token, await TokenAsync(browser))])).Status);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_page()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Owner));
        var page = await browser.PostAsync($"/workspace/projects/{campaign.Slug}/preview", [new("story", "Soup")]);
        Assert.Equal(400, (int)page.Status);
        Assert.Equal(Words.Of<Solidarity.Web.Texts.Errors>("en", "Title400"), page.Heading);
    }

    [Fact]
    public async Task A_name_with_a_lone_bracket_is_a_name()
    {
        using var browser = site.Browse();
        var token = (await browser.GoAsync("/sign-in")).Value(Token);
        var page = await browser.PostAsync("/sign-in?a[=b", [new("<![CDATA[", "a"), new(Token, token)]);
        Assert.NotEqual(500, (int)page.Status);
    }

    [Fact]
    public async Task A_form_in_parts_that_ends_too_soon_is_a_bad_request()
    {
        using var browser = site.Browse();
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes("--bound\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--bou"));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=bound");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, "/unsubscribe/none")) { Content = content };
        Assert.Equal(400, (int)(await browser.AskAsync(request)).Status);
    }

    private static async Task<string> TokenAsync(Browser browser) => (await browser.GoAsync("/account")).Value(Token);
}
