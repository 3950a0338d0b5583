using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Reviews;

namespace Solidarity.App.Tests.Workspace;

[Collection(SiteTests.Name)]
public sealed class StoryPagesTests(SiteFixture site)
{
    [Fact]
    public async Task Preview_saves_nothing_saving_changes_nothing_public_and_publishing_does()
    {
        var (campaign, browser) = await EditorAsync();
        var home = $"/workspace/projects/{campaign.Slug}";
        var page = await browser.GoAsync($"{home}/story");
        var preview = await browser.SendAsync(page, ("story", "## Fresh\n\n<script>alert(1)</script> **bread**"), ("preview", "true"));
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Equal("bread", preview.Words("#shown strong"));
        Assert.Empty(preview.Html.QuerySelectorAll("#shown script"));
        Assert.Contains("**bread**", preview.Value("story"), StringComparison.Ordinal);
        Assert.Equal("Meals.", await StoryAsync(campaign));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(preview, ("story", "Fresh bread."))).Status);
        using var reader = site.Browse();
        Assert.DoesNotContain("Fresh bread.", (await reader.GoAsync($"/projects/{campaign.Slug}")).Main, StringComparison.Ordinal);
        Assert.Contains("Fresh bread.", (await browser.GoAsync($"{home}/preview-page")).Main, StringComparison.Ordinal);

        var publish = await browser.GoAsync($"{home}/publish/en");
        Assert.Contains("Fresh bread.", publish.Words("ins"), StringComparison.Ordinal);
        await browser.SendAsync(publish);
        // Dropped from the cache by what was published.
        Assert.Contains("Fresh bread.", (await reader.GoAsync($"/projects/{campaign.Slug}")).Main, StringComparison.Ordinal);
        browser.Dispose();
    }

    [Fact]
    public async Task Going_on_to_publishing_saves_first()
    {
        var (campaign, browser) = await EditorAsync();
        var address = $"/workspace/projects/{campaign.Slug}/story";
        var next = await browser.SendAsync(await browser.GoAsync(address), ("story", "Saved on the way."), ("publish", "true"));
        Assert.Equal($"/workspace/projects/{campaign.Slug}/publish/en", next.Next!.AbsolutePath);
        Assert.Contains("Saved on the way.", (await browser.GoAsync(next.Next)).Words("ins"), StringComparison.Ordinal);
        browser.Dispose();
    }

    [Fact]
    public async Task A_project_sent_back_says_why_and_a_draft_nobody_saw_is_deleted_when_that_is_meant()
    {
        var (campaign, browser) = await EditorAsync();
        var home = $"/workspace/projects/{campaign.Slug}";
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GoAsync($"{home}/delete")).Status);
        var member = await site.MakeMemberAsync(campaign, OrganisationRole.Editor);
        var project = await site.InDbAsync(db => db.Projects.Where(p => p.Slug == campaign.Slug).Select(p => p.Id).SingleAsync());
        await site.InDbAsync(async db =>
        {
            var now = TimeProvider.System.GetUtcNow();
            db.Reviews.Add(new Review { Id = Guid.CreateVersion7(now), ProjectId = project, SubmittedById = member.Id, SubmittedAt = now, Outcome = ReviewOutcome.SentBack, DecidedAt = now, Reasons = "Say who cooks." });
            await db.SaveChangesAsync();
            return await db.Projects.Where(p => p.Id == project).ExecuteUpdateAsync(set => set.SetProperty(p => p.Status, ProjectStatus.Draft).SetProperty(p => p.PublishedAt, (DateTimeOffset?)null));
        });
        var overview = await browser.GoAsync(home);
        Assert.Contains("Say who cooks.", overview.Words(".notice"), StringComparison.Ordinal);
        Assert.StartsWith("Sent back", overview.Words(".intro p"), StringComparison.Ordinal);

        Assert.NotNull((await browser.GoAsync($"{home}/settings")).Html.QuerySelector($"a[href='{home}/delete']"));
        var done = await browser.SendAsync(await browser.GoAsync($"{home}/delete"));
        Assert.Equal($"/workspace/organisations/{campaign.Slug}", done.Next!.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GoAsync(home)).Status);
        Assert.True(await site.InDbAsync(db => db.Trail.AnyAsync(t => t.Act == "DraftDeleted" && t.SubjectId == project)));
        browser.Dispose();
    }

    [Fact]
    public async Task Two_editors_at_once_lose_nothing()
    {
        var (campaign, ann) = await EditorAsync();
        using var ben = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Assistant));
        var address = $"/workspace/projects/{campaign.Slug}/story";
        var (hers, his) = (await ann.GoAsync(address), await ben.GoAsync(address));
        await ann.SendAsync(hers, ("story", "Ann wrote this."));
        var both = await ben.SendAsync(his, ("story", "Ben wrote that."));
        Assert.Equal(HttpStatusCode.Conflict, both.Status);
        Assert.Equal("Ben wrote that.", both.Value("story"));
        Assert.Contains("Ann wrote this.", both.Words("del"), StringComparison.Ordinal);
        Assert.Contains("Ben wrote that.", both.Words("ins"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await ben.SendAsync(both, ("story", "Ann wrote this. Ben wrote that."))).Status);
        var history = await ben.GoAsync($"/workspace/projects/{campaign.Slug}/history");
        Assert.Equal(4, history.Html.QuerySelectorAll(".plain li").Length);
        var first = await ben.GoAsync($"/workspace/projects/{campaign.Slug}/history/en/1");
        Assert.Contains("Meals.", first.Words(".story"), StringComparison.Ordinal);
        await ben.SendAsync(first);
        Assert.Equal("Meals.", (await ben.GoAsync(address)).Value("story"));
        ann.Dispose();
    }

    [Fact]
    public async Task Old_words_come_back_only_over_those_they_were_compared_with()
    {
        var (campaign, ann) = await EditorAsync();
        using var ben = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Assistant));
        var story = $"/workspace/projects/{campaign.Slug}/story";
        await ann.SendAsync(await ann.GoAsync(story), ("story", "Ann wrote this."));
        var compared = await ben.GoAsync($"/workspace/projects/{campaign.Slug}/history/en/1");
        await ann.SendAsync(await ann.GoAsync(story), ("story", "Ann wrote more."));

        var told = await ben.GoAsync((await ben.SendAsync(compared)).Next!);
        Assert.Contains("Somebody else saved other words meanwhile", told.Main, StringComparison.Ordinal);
        Assert.Contains("Ann wrote more.", told.Words("del"), StringComparison.Ordinal);
        Assert.Equal("Ann wrote more.", (await ben.GoAsync(story)).Value("story"));
        await ben.SendAsync(told);
        Assert.Equal("Meals.", (await ben.GoAsync(story)).Value("story"));
        ann.Dispose();
    }

    [Fact]
    public async Task A_closed_browser_loses_only_what_was_not_kept()
    {
        var (campaign, browser) = await EditorAsync();
        var home = $"/workspace/projects/{campaign.Slug}";
        var page = await browser.GoAsync($"{home}/story");
        var token = page.Value("__RequestVerificationToken");
        var fields = new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["title"] = "Meals", ["summary"] = "Meals.", ["place"] = "Liège", ["story"] = "Half a sen", ["basedOn"] = "1" };
        Assert.Equal(HttpStatusCode.NoContent, (await browser.PostAsync($"{home}/draft/en", fields)).Status);
        var shown = await browser.PostAsync($"{home}/preview", fields);
        Assert.Equal("Half a sen", shown.Words("p"));

        var back = await browser.GoAsync($"{home}/story");
        Assert.Equal("Meals.", back.Value("story"));
        Assert.NotNull(back.Html.QuerySelector("#unsaved"));
        var taken = await browser.GoAsync($"{home}/story?draft=true");
        Assert.Equal("Half a sen", taken.Value("story"));
        await browser.SendAsync(back, ("forget", "true"));
        Assert.Null((await browser.GoAsync($"{home}/story")).Html.QuerySelector("#unsaved"));

        fields.Remove("__RequestVerificationToken");
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync($"{home}/draft/en", fields)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync($"{home}/preview", fields)).Status);
        browser.Dispose();
    }

    [Fact]
    public async Task A_title_that_is_missing_or_too_long_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        var (campaign, browser) = await EditorAsync();
        var page = await browser.GoAsync($"/workspace/projects/{campaign.Slug}/story");
        var refused = await browser.SendAsync(page, ("title", ""), ("summary", new string('s', 201)), ("story", "Kept <b>so</b>"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal("Kept <b>so</b>", refused.Value("story"));
        Assert.NotNull(refused.Html.QuerySelector("#title[aria-invalid=true]"));
        Assert.Contains(Words.Of("en", Reason.TextTooLong, 200), refused.Words("#summary-error"), StringComparison.Ordinal);
        browser.Dispose();
    }

    [Fact]
    public async Task A_translation_is_read_in_its_language_with_a_way_to_the_original()
    {
        var (campaign, browser) = await EditorAsync();
        var home = $"/workspace/projects/{campaign.Slug}";
        using var reader = site.Browse("nl");
        Assert.Equal("Meals", (await reader.GoAsync($"/projects/{campaign.Slug}")).Heading);

        await browser.SendAsync(await browser.GoAsync($"{home}/story/nl"), ("title", "Maaltijden"), ("summary", "Wij koken."), ("story", "Een verhaal."));
        await browser.SendAsync(await browser.GoAsync($"{home}/publish/nl"));
        var translated = await reader.GoAsync($"/projects/{campaign.Slug}");
        Assert.Equal("Maaltijden", translated.Heading);
        Assert.Contains("Een verhaal.", translated.Main, StringComparison.Ordinal);
        var original = await reader.GoAsync($"/projects/{campaign.Slug}" + translated.Html.QuerySelector("a[hreflang=en][href^='?story']")!.GetAttribute("href"));
        Assert.Equal("Meals", original.Heading);
        Assert.Equal("en", original.Html.QuerySelector("h1")!.GetAttribute("lang"));
        using var english = site.Browse();
        Assert.Equal("Meals", (await english.GoAsync($"/projects/{campaign.Slug}")).Heading);

        await browser.SendAsync(await browser.GoAsync($"{home}/publish/nl"), ("withdraw", "true"));
        Assert.Equal("Meals", (await reader.GoAsync($"/projects/{campaign.Slug}")).Heading);
        browser.Dispose();
    }

    [Fact]
    public async Task Questions_and_people_are_added_ordered_and_removed()
    {
        var (campaign, browser) = await EditorAsync();
        var home = $"/workspace/projects/{campaign.Slug}";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(await browser.GoAsync($"{home}/question"), ("question", "Why?"))).Status);
        foreach (var question in new[] { "First?", "Second?" })
            await browser.SendAsync(await browser.GoAsync($"{home}/question"), ("question", question), ("answer", "Because *so*."));
        await browser.SendAsync(await browser.GoAsync($"{home}/person"), ("name", "Ann"), ("part", "Cooks"));
        using var reader = site.Browse();
        Assert.Equal("First?", (await reader.GoAsync($"/projects/{campaign.Slug}")).Words("#questions ~ details summary"));

        var list = await browser.GoAsync($"{home}/questions");
        await browser.SendAsync(list, ("up", list.Html.QuerySelector("button[name=up]")!.GetAttribute("value")));
        var shown = await reader.GoAsync($"/projects/{campaign.Slug}");
        Assert.Equal("Second?", shown.Words("#questions ~ details summary"));
        Assert.Equal("so", shown.Words("#questions ~ details em"));
        Assert.Contains("Cooks", shown.Words("#people ~ dl"), StringComparison.Ordinal);

        list = await browser.GoAsync($"{home}/questions");
        await browser.SendAsync(list, ("remove", list.Html.QuerySelector("button[name=remove]")!.GetAttribute("value")));
        Assert.Equal("First?", (await reader.GoAsync($"/projects/{campaign.Slug}")).Words("#questions ~ details summary"));
        browser.Dispose();
    }

    [Fact]
    public async Task A_question_of_another_project_is_out_of_reach()
    {
        var (mine, browser) = await EditorAsync();
        var (others, other) = await EditorAsync();
        await other.SendAsync(await other.GoAsync($"/workspace/projects/{others.Slug}/question"), ("question", "Theirs?"), ("answer", "Yes."));
        var id = await site.InDbAsync(db => db.ProjectQuestions.Where(q => db.Projects.Any(p => p.Id == q.ProjectId && p.Slug == others.Slug)).Select(q => q.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GoAsync($"/workspace/projects/{mine.Slug}/question/{id}")).Status);
        var form = await browser.GoAsync($"/workspace/projects/{mine.Slug}/question");
        var fields = new Dictionary<string, string> { ["__RequestVerificationToken"] = form.Value("__RequestVerificationToken"), ["question"] = "Mine", ["answer"] = "No.", ["remove"] = id.ToString() };
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.PostAsync($"/workspace/projects/{mine.Slug}/question/{id}", fields)).Status);
        await browser.PostAsync($"/workspace/projects/{mine.Slug}/questions", fields);
        Assert.Equal("Theirs?", await site.InDbAsync(db => db.ProjectQuestions.Where(q => q.Id == id).Select(q => q.Question).SingleAsync()));
        browser.Dispose();
        other.Dispose();
    }

    [Fact]
    public async Task Who_only_prepares_drafts_puts_nothing_on_a_public_page()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var assistant = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Assistant));
        var refused = await assistant.SendAsync(await assistant.GoAsync($"/workspace/projects/{campaign.Slug}/question"), ("question", "Why?"), ("answer", "So."));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Why?"), (refused.Status, refused.Value("question")));
        Assert.Contains(Words.Of("en", Reason.ShownAtOnce), refused.Main, StringComparison.Ordinal);
        Assert.False(await site.InDbAsync(db => db.ProjectQuestions.AnyAsync(q => db.Projects.Any(p => p.Id == q.ProjectId && p.Slug == campaign.Slug))));
    }

    private async Task<(DemoCampaign Campaign, Browser Browser)> EditorAsync()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        return (campaign, await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Editor), strong: false));
    }

    private Task<string> StoryAsync(DemoCampaign campaign) => site.InDbAsync(db => db.Projects.Where(p => p.Slug == campaign.Slug).Select(p => p.Story).SingleAsync());
}
