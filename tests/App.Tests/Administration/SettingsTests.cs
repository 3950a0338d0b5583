using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Pictures;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Domain.Settings;

namespace Solidarity.App.Tests.Administration;

[Collection(SiteTests.Name)]
public sealed class SettingsTests(SiteFixture site) : IAsyncLifetime
{
    private const string Path = "/administration/settings";

    private Browser browser = null!;

    public async Task InitializeAsync() => browser = await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Administrator));

    /// <summary>The other tests share the site.</summary>
    public async Task DisposeAsync()
    {
        await browser.SendAsync(await browser.GoAsync(Path), [("name", ""), ("legal-en", ""), .. Languages.All.Select(l => ("languages-" + l, (string?)"true"))]);
        browser.Dispose();
    }

    [Fact]
    public async Task A_change_is_on_every_page_and_in_the_history_and_the_trail()
    {
        using var reader = site.Browse("fr");
        Assert.Equal("fr", (await reader.GoAsync("/legal")).Html.DocumentElement.GetAttribute("lang"));
        var sent = await browser.SendAsync(await browser.GoAsync(Path), ("name", "Les Voisins"), ("legal-en", "Our **own** words."), ("languages-de", null), ("languages-fr", null));
        Assert.Equal(HttpStatusCode.Found, sent.Status);
        var page = await reader.GoAsync("/legal");
        Assert.Equal("Les Voisins", page.Words(".wordmark"));
        Assert.Equal("en", page.Html.DocumentElement.GetAttribute("lang"));
        Assert.Equal("own", page.Html.QuerySelectorAll("article strong")[^1].TextContent);
        Assert.Equal(["nl", "en", "it"], page.Html.QuerySelectorAll(".languages a").Select(a => a.GetAttribute("lang")));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GoAsync("/language/de")).Status);
        Assert.Equal("en", (await reader.GoAsync("/legal?lang=de")).Html.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Les Voisins", (await browser.GoAsync(Path + "/history")).Main, StringComparison.Ordinal);
        Assert.True(await site.InDbAsync(db => db.Trail.AnyAsync(t => t.Act == "SettingsChanged")));
    }

    [Fact]
    public async Task The_second_of_two_is_told_and_loses_nothing()
    {
        var (first, second) = (await browser.GoAsync(Path), await browser.GoAsync(Path));
        Assert.Equal(HttpStatusCode.Found, (await browser.SendAsync(first, ("name", "The first"))).Status);
        var told = await browser.SendAsync(second, ("name", "The second"), ("legal-nl", "Eigen woorden."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Contains(Words.Of("en", Reason.SettingsChanged), told.Main, StringComparison.Ordinal);
        Assert.Contains("The first", told.Words(".notice.warn"), StringComparison.Ordinal);
        Assert.Equal(("The second", "Eigen woorden."), (told.Value("name"), told.Value("legal-nl").Trim()));
        Assert.Equal(HttpStatusCode.Found, (await browser.SendAsync(told)).Status);
        Assert.Equal("The second", (await browser.GoAsync(Path)).Value("name"));
        await browser.SendAsync(await browser.GoAsync(Path), ("legal-nl", ""));
    }

    [Fact]
    public async Task A_logo_is_uploaded_shown_to_everyone_and_taken_away()
    {
        using var reader = site.Browse();
        var before = (await reader.GoAsync("/legal")).Html.QuerySelector(".wordmark img")!.GetAttribute("src");
        var page = await browser.GoAsync(Path);
        Assert.Contains(Words.Of("en", Reason.PictureKindUnknown), (await UploadAsync(page, Samples.Svg)).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await UploadAsync(page, Png.Of(200, 100))).Status);
        var logo = (await reader.GoAsync("/legal")).Html.QuerySelector(".wordmark img")!;
        Assert.StartsWith("/pictures/", logo.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Equal(("80", "40"), (logo.GetAttribute("width"), logo.GetAttribute("height")));
        Assert.Equal(HttpStatusCode.OK, (await reader.GoAsync(logo.GetAttribute("src")!)).Status);
        Assert.Equal(HttpStatusCode.Found, (await browser.SendAsync(await browser.GoAsync(Path), ("removeLogo", "true"))).Status);
        Assert.Equal(before, (await reader.GoAsync("/legal")).Html.QuerySelector(".wordmark img")!.GetAttribute("src"));
    }

    [Fact]
    public async Task What_another_node_saved_is_picked_up_and_cached_pages_are_dropped()
    {
        using var reader = site.Browse();
        await reader.GoAsync("/legal");
        await site.InDbAsync(async db =>
        {
            var newest = await db.SettingsVersions.OrderByDescending(v => v.Id).FirstOrDefaultAsync();
            var by = await db.People.Where(p => p.PlatformRole == PlatformRole.Administrator).Select(p => p.Id).FirstAsync();
            db.SettingsVersions.Add(new SettingsVersion { Id = (newest?.Id ?? 0) + 1, At = TimeProvider.System.GetUtcNow(), ById = by, Json = new SiteSettings { Name = "From the other node" }.ToJson() });
            return await db.SaveChangesAsync();
        });
        await SiteFixture.EventuallyAsync(async () => (await reader.GoAsync("/legal")).Words(".wordmark") == "From the other node", "the other node's settings are here");
    }

    private Task<Page> UploadAsync(Page form, byte[] upload)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { "__RequestVerificationToken", "basedOn", "name", "feeBearer", "currency" }.Select(n => (n, form.Value(n))))
            content.Add(new StringContent(value), name);
        foreach (var language in Languages.All)
            content.Add(new StringContent("true"), $"languages-{language}");
        content.Add(new ByteArrayContent(upload), "picture", "logo.png");
        return browser.AskAsync(new HttpRequestMessage(HttpMethod.Post, form.Address) { Content = content });
    }

    [Fact]
    public async Task No_language_no_such_currency_and_too_long_a_name_are_refused_together()
    {
        var page = await browser.GoAsync(Path);
        var refused = await browser.SendAsync(page, [("name", new string('x', 61)), ("currency", "XYZ"), .. Languages.All.Select(l => ("languages-" + l, (string?)null))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        foreach (var reason in new[] { Words.Of("en", Reason.LanguagesMissing), Words.Of("en", Reason.CurrencyUnknown), Words.Of("en", Reason.NameTooLong, 60) })
            Assert.Contains(reason, refused.Main, StringComparison.Ordinal);
    }
}
