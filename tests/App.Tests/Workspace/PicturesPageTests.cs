using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Pictures;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Organisations;
using Solidarity.Web.Pictures;

namespace Solidarity.App.Tests.Workspace;

[Collection(SiteTests.Name)]
public sealed class PicturesPageTests(SiteFixture site)
{
    private const string Alt = "Drie mensen roeren [in] een pot";

    [Fact]
    public async Task What_cannot_be_taken_is_refused_in_the_readers_language_and_the_words_stay()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Assistant), strong: false, language: "nl");
        var form = await browser.GoAsync(Here(campaign));
        foreach (var (upload, reason) in new[] { (new byte[PictureLimits.Bytes + 1000], Words.Of("nl", Reason.PictureTooLarge, PictureLimits.Megabytes)), (Samples.Svg, Words.Of("nl", Reason.PictureKindUnknown)) })
        {
            var refused = await UploadAsync(browser, form, upload, Alt);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, Alt), (refused.Status, refused.Value("alt")));
            Assert.Contains(reason, refused.Words("#picture-error"), StringComparison.Ordinal);
        }

        Assert.NotNull((await UploadAsync(browser, form, Png.Of(9, 9), "")).Html.QuerySelector("#alt-error"));
        Assert.False(await site.InDbAsync(db => db.Pictures.AnyAsync(p => db.Projects.Any(o => o.Slug == campaign.Slug && o.OrganisationId == p.OrganisationId))));
    }

    [Fact]
    public async Task A_cover_is_chosen_seen_at_once_and_taken_away_and_what_is_shown_cannot_be_removed()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Editor), strong: false);
        using var reader = site.Browse();
        await reader.GoAsync($"/projects/{campaign.Slug}");
        Assert.Equal(HttpStatusCode.Redirect, (await UploadAsync(browser, await browser.GoAsync(Here(campaign)), Png.Of(800, 400), Alt)).Status);
        var organisation = await site.InDbAsync(db => db.Projects.Where(p => p.Slug == campaign.Slug).Select(p => p.OrganisationId).SingleAsync());
        var picture = await site.InDbAsync(db => db.Pictures.SingleAsync(p => p.OrganisationId == organisation));
        var list = await browser.GoAsync(Here(campaign));
        Assert.Equal($@"![Drie mensen roeren \[in\] een pot](/pictures/{picture.Token}/640.webp)", list.Html.QuerySelector(".pictures input[readonly]")!.GetAttribute("value"));

        Assert.Equal(HttpStatusCode.Redirect, (await PressAsync(browser, list, "Cover", picture.Id)).Status);
        await DescribeAsync(browser, list, picture.Id, "Two pots");
        Assert.Equal("Two pots", (await reader.GoAsync($"/projects/{campaign.Slug}")).Html.QuerySelector("img.cover")!.GetAttribute("alt"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await DescribeAsync(browser, list, picture.Id, " ")).Status);
        await DescribeAsync(browser, list, picture.Id, Alt);
        var story = await reader.GoAsync($"/projects/{campaign.Slug}");
        var cover = story.Html.QuerySelector("img.cover")!;
        Assert.Equal((Alt, "high", null), (cover.GetAttribute("alt"), cover.GetAttribute("fetchpriority"), cover.GetAttribute("loading")));
        Assert.Contains("800w", cover.GetAttribute("srcset"), StringComparison.Ordinal);
        Assert.EndsWith($"/pictures/{picture.Token}/800.webp", story.Html.QuerySelector("meta[property='og:image']")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.Equal("", (await reader.GoAsync(campaign.Give)).Html.QuerySelector("img.cover")!.GetAttribute("alt"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PressAsync(browser, list, "Remove", picture.Id)).Status);

        Assert.Equal(HttpStatusCode.Redirect, (await PressAsync(browser, list, "Cover", null)).Status);
        Assert.Null((await reader.GoAsync($"/projects/{campaign.Slug}")).Html.QuerySelector("img.cover"));
        Assert.Equal(HttpStatusCode.Redirect, (await PressAsync(browser, list, "Remove", picture.Id)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GoAsync($"/pictures/{picture.Token}/640.webp")).Status);
    }

    [Fact]
    public async Task What_is_public_is_changed_by_an_editor_and_pictures_of_others_are_no_covers()
    {
        var (campaign, other) = (await DemoCampaign.MakeAsync(site), await DemoCampaign.MakeAsync(site));
        using var assistant = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Assistant), strong: false);
        using var editor = await site.BrowseAsAsync(await site.MakeMemberAsync(other, OrganisationRole.Editor), strong: false);
        var form = await assistant.GoAsync(Here(campaign));
        await UploadAsync(assistant, form, Png.Of(9, 9), Alt);
        var organisation = await site.InDbAsync(db => db.Projects.Where(p => p.Slug == campaign.Slug).Select(p => p.OrganisationId).SingleAsync());
        var picture = await site.InDbAsync(db => db.Pictures.SingleAsync(p => p.OrganisationId == organisation));

        var told = await PressAsync(assistant, form, "Cover", picture.Id);
        Assert.Contains(Words.Of("en", Reason.ShownAtOnce), told.Main, StringComparison.Ordinal);
        var theirs = await PressAsync(editor, await editor.GoAsync(Here(other)), "Cover", picture.Id);
        Assert.Contains(Words.Of("en", Reason.NoLongerThere), theirs.Main, StringComparison.Ordinal);
        await PressAsync(editor, theirs, "Remove", picture.Id);
        Assert.True(await site.InDbAsync(db => db.Pictures.AnyAsync(p => p.Id == picture.Id)));
    }

    private static string Here(DemoCampaign campaign) => $"/workspace/projects/{campaign.Slug}/pictures";

    private static Task<Page> UploadAsync(Browser browser, Page form, byte[] upload, string alt)
    {
        var content = new MultipartFormDataContent
        {
            { new StringContent(form.Value("__RequestVerificationToken")), "__RequestVerificationToken" },
            { new StringContent(alt), "alt" },
            { new ByteArrayContent(upload), "picture", "holiday.jpg" },
        };
        return browser.AskAsync(new HttpRequestMessage(HttpMethod.Post, form.Address) { Content = content });
    }

    private static Task<Page> PressAsync(Browser browser, Page page, string handler, Guid? picture) => browser.PostAsync($"{page.Address.AbsolutePath}?handler={handler}",
        [new("__RequestVerificationToken", page.Value("__RequestVerificationToken")), new("picture", picture?.ToString() ?? "")]);

    private static Task<Page> DescribeAsync(Browser browser, Page list, Guid picture, string alt) => browser.PostAsync($"{list.Address.AbsolutePath}?handler=Describe",
    [
        KeyValuePair.Create("picture", picture.ToString()), KeyValuePair.Create("alt", alt), KeyValuePair.Create("__RequestVerificationToken", list.Value("__RequestVerificationToken")),
    ]);
}
