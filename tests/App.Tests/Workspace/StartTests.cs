using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Projects;

namespace Solidarity.App.Tests.Workspace;

/// <summary>A stranger with an account begins a project.</summary>
[Collection(SiteTests.Name)]
public sealed class StartTests(SiteFixture site)
{
    [Fact]
    public async Task From_nothing_to_a_draft_that_only_its_team_sees()
    {
        using var browser = await site.BrowseAsAsync(await site.MakePersonAsync(), strong: false);
        var form = await browser.GoAsync("/workspace/new");
        Assert.Equal(HttpStatusCode.OK, form.Status);

        var again = await browser.SendAsync(form, ("title", "Soupe à l’île"), ("email", "not an address"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Equal("Soupe à l’île", again.Value("title"));
        Assert.Contains(Words.Of("en", Reason.TextMissing), again.Words(".bad.notice"), StringComparison.Ordinal);
        Assert.NotNull(again.Html.QuerySelector("#email[aria-invalid=true]"));
        Assert.Contains(again.Html.QuerySelectorAll(".bad.notice a[href='#summary']"), line =>
            line.TextContent == $"{Words.Of<Web.Texts.Writing>("en", "Summary")}: {Words.Of("en", Reason.TextMissing)}");
        Assert.StartsWith("Error: ", again.Html.Title, StringComparison.Ordinal);

        var sent = await browser.SendAsync(again, ("summary", "We cook."), ("place", "Liège"), ("name", "Les Marmites"), ("email", "hello@example.org"));
        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        var overview = await browser.GoAsync(sent.Next!);
        Assert.Equal("Soupe à l’île", overview.Heading);
        Assert.Contains(Words.Of<Web.Texts.Writing>("en", "Started"), overview.Main, StringComparison.Ordinal);
        var slug = sent.Next!.AbsolutePath.Split('/')[^1];
        Assert.StartsWith("soupe-a-lile", slug, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GoAsync($"/projects/{slug}")).Status);
        var preview = await browser.GoAsync($"/workspace/projects/{slug}/preview-page");
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Contains("We cook.", preview.Main, StringComparison.Ordinal);
        Assert.Equal("noindex", preview.Html.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
        Assert.Contains("no-store", preview.Headers["Cache-Control"], StringComparison.Ordinal);
        Assert.Contains(await browser.GoAsync("/workspace") is var list ? list.Html.QuerySelectorAll("a").Select(a => a.GetAttribute("href")) : [], h => h == $"/workspace/projects/{slug}");
        Assert.Equal(ProjectStatus.Draft, await site.InDbAsync(db => db.Projects.Where(p => p.Slug == slug).Select(p => p.Status).SingleAsync()));
    }

    [Theory]
    [MemberData(nameof(Words.AllLanguages), MemberType = typeof(Words))]
    public async Task The_form_is_there_in_every_language(string language)
    {
        using var browser = await site.BrowseAsAsync(await site.MakePersonAsync(), language: language);
        Assert.Equal(Words.Of<Web.Texts.Workspace>(language, "Start"), (await browser.GoAsync("/workspace/new")).Heading);
    }
}
