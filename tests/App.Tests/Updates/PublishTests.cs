using System.Net;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Updates;

namespace Solidarity.App.Tests.Updates;

[Collection(SiteTests.Name)]
public sealed class PublishTests(SiteFixture site)
{
    [Fact]
    public async Task An_update_reaches_page_list_feed_home_and_followers_each_in_their_language()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var (french, german) = (Telling.NewAddress(), Telling.NewAddress());
        await site.FollowAsync(campaign, french, "fr");
        await site.FollowAsync(campaign, german, "de");
        using var editor = await site.EditorAsync(campaign);
        using var reader = site.Browse();
        Assert.Equal(404, (int)(await reader.GoAsync($"/projects/{campaign.Slug}/updates/1")).Status);
        var page = await editor.WriteAsync(campaign, "The oven is here", "We **bought** it. <script>alert(1)</script>");
        Assert.Equal(404, (int)(await reader.GoAsync($"/projects/{campaign.Slug}/updates/1")).Status);
        Assert.DoesNotContain("The oven is here", (await reader.GoAsync($"/projects/{campaign.Slug}")).Main, StringComparison.Ordinal);
        await editor.PublishAsync(page);

        foreach (var path in new[] { $"/projects/{campaign.Slug}", $"/projects/{campaign.Slug}/updates", $"/projects/{campaign.Slug}/updates/1", "/" })
            Assert.Contains("The oven is here", (await reader.GoAsync(path)).Main, StringComparison.Ordinal);
        Assert.Null((await reader.GoAsync($"/projects/{campaign.Slug}/updates/1")).Html.QuerySelector("main script"));
        var feed = XDocument.Parse(System.Text.Encoding.UTF8.GetString(await reader.BytesAsync($"/projects/{campaign.Slug}/updates.atom")));
        XNamespace atom = "http://www.w3.org/2005/Atom";
        Assert.Equal("The oven is here", feed.Root!.Element(atom + "entry")!.Element(atom + "title")!.Value);

        var mail = await site.MailToAsync(french, "The oven is here");
        Assert.Equal("fr", mail.Header("Content-Language"));
        Assert.Contains("lang=\"en\"", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", mail.Html, StringComparison.Ordinal);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Header("List-Unsubscribe-Post"));
        Assert.Equal("de", (await site.MailToAsync(german, "The oven is here")).Header("Content-Language"));
    }

    [Fact]
    public async Task The_feed_bears_characters_that_xml_cannot_hold()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var editor = await site.EditorAsync(campaign);
        await editor.PublishAsync(await editor.WriteAsync(campaign, "Bells", "Ring &#7; and &#x1F514;."));
        using var reader = site.Browse();
        var feed = XDocument.Parse(System.Text.Encoding.UTF8.GetString(await reader.BytesAsync($"/projects/{campaign.Slug}/updates.atom")));
        Assert.Contains("🔔", feed.Descendants().Single(e => e.Name.LocalName == "content").Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_twice_at_once_it_is_mailed_once()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var address = Telling.NewAddress();
        await site.FollowAsync(campaign, address);
        using var editor = await site.EditorAsync(campaign);
        var page = await editor.WriteAsync(campaign, "Twice");
        var form = await editor.GoAsync(page + "/publish");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => editor.SendAsync(form, ("when", "now"), ("at", null))));
        Assert.All(answers, a => Assert.Contains(a.Status, new[] { HttpStatusCode.Found, HttpStatusCode.UnprocessableEntity }));
        await site.MailToAsync(address, "Twice");
        await site.UntilQuietAsync();
        Assert.Single(site.MailsTo(address), m => m.Text.Contains("Twice", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_colleague_saved_meanwhile_is_shown_before_it_is_published()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var editor = await site.EditorAsync(campaign);
        var page = await editor.WriteAsync(campaign, "Looked at");
        var form = await editor.GoAsync(page + "/publish");
        Assert.Contains("We cooked.", form.Main, StringComparison.Ordinal);
        Assert.Equal(302, (int)(await editor.SendAsync(await editor.GoAsync(page), ("body", "Not looked at."), ("preview", null))).Status);
        var refused = await editor.SendAsync(form, ("when", "now"), ("at", null));
        Assert.Equal(422, (int)refused.Status);
        Assert.Contains("Not looked at.", refused.Main, StringComparison.Ordinal);
        Assert.Equal(UpdateStatus.Draft, (await site.UpdateAsync(page)).Status);
        Assert.Equal(302, (int)(await editor.SendAsync(refused, ("when", "now"), ("at", null))).Status);
    }

    [Fact]
    public async Task Going_on_to_publishing_saves_first()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var editor = await site.EditorAsync(campaign);
        var page = await editor.WriteAsync(campaign, "Before");
        var next = await editor.SendAsync(await editor.GoAsync(page), ("title", "After"), ("publish", "true"));
        Assert.Equal(page + "/publish", next.Next!.AbsolutePath);
        Assert.Equal("After", (await site.UpdateAsync(page)).Title);
    }

    [Fact]
    public async Task One_to_come_later_comes_by_itself()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var editor = await site.EditorAsync(campaign);
        var page = await editor.WriteAsync(campaign, "Later");
        var form = await editor.GoAsync(page + "/publish");
        Assert.Equal(422, (int)(await editor.SendAsync(form, ("when", "later"), ("at", "2020-01-01T10:00"))).Status);
        Assert.Equal(422, (int)(await editor.SendAsync(form, ("when", "later"), ("at", "soon"))).Status);
        await editor.PublishAsync(page, "later", "2099-07-01T12:30");
        var update = await site.UpdateAsync(page);
        // Brussels is two hours ahead in summer.
        Assert.Equal(new DateTimeOffset(2099, 7, 1, 10, 30, 0, TimeSpan.Zero), update.PublishAt);
        await site.InDbAsync(db => db.Updates.Where(u => u.Id == update.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.PublishAt, DateTimeOffset.UtcNow.AddMinutes(-1))));
        await SiteFixture.EventuallyAsync(async () => (await site.UpdateAsync(page)).Status == UpdateStatus.Published, "it is published");
    }

    [Fact]
    public async Task An_assistant_drafts_and_does_not_publish()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var assistant = await site.EditorAsync(campaign, OrganisationRole.Assistant);
        var page = await assistant.WriteAsync(campaign, "A draft");
        Assert.Equal(403, (int)(await assistant.GoAsync(page + "/publish")).Status);
        using var editor = await site.EditorAsync(campaign);
        await editor.PublishAsync(page);
        var form = await editor.GoAsync(page);
        Assert.Equal(403, (int)(await assistant.PostAsync(page, [.. await FieldsAsync(assistant, campaign, form)])).Status);
    }

    [Fact]
    public async Task Two_editors_at_once_lose_no_word()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var first = await site.EditorAsync(campaign);
        using var second = await site.EditorAsync(campaign);
        var page = await first.WriteAsync(campaign, "Both", "Begun.");
        var (mine, theirs) = (await first.GoAsync(page), await second.GoAsync(page));
        Assert.Equal(302, (int)(await first.SendAsync(mine, ("body", "Said by the first."), ("preview", null))).Status);
        var refused = await second.SendAsync(theirs, ("body", "Said by the second."), ("preview", null));
        Assert.Equal(422, (int)refused.Status);
        Assert.Equal("Said by the second.", refused.Value("body"));
        Assert.Contains("Said by the first.", refused.Words("#their-body"), StringComparison.Ordinal);
        Assert.Equal("Said by the first.", (await site.UpdateAsync(page)).Body);
        Assert.Equal(302, (int)(await second.SendAsync(refused, ("preview", null))).Status);
        Assert.Equal("Said by the second.", (await site.UpdateAsync(page)).Body);
    }

    [Fact]
    public async Task A_preview_saves_nothing()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var editor = await site.EditorAsync(campaign);
        var shown = await editor.SendAsync(await editor.GoAsync($"/workspace/projects/{campaign.Slug}/updates/new"), ("title", "T"), ("body", "# Head\n\n**bold**"), ("preview", "true"));
        Assert.Equal(200, (int)shown.Status);
        Assert.Equal("bold", shown.Words(".story strong"));
        Assert.Equal("# Head\n\n**bold**", shown.Value("body"));
        Assert.False(await site.InDbAsync(db => db.Updates.AnyAsync(u => u.Project.Slug == campaign.Slug)));
    }

    [Fact]
    public async Task The_update_of_another_project_is_not_there()
    {
        var (campaign, other) = (await DemoCampaign.MakeAsync(site), await DemoCampaign.MakeAsync(site));
        using var editor = await site.EditorAsync(campaign);
        var page = await editor.WriteAsync(campaign, "Ours");
        using var stranger = await site.EditorAsync(other);
        var elsewhere = page.Replace(campaign.Slug, other.Slug, StringComparison.Ordinal);
        foreach (var path in new[] { elsewhere, elsewhere + "/publish", elsewhere + "/answers" })
            Assert.Equal(404, (int)(await stranger.GoAsync(path)).Status);
    }

    private static async Task<List<KeyValuePair<string, string>>> FieldsAsync(Browser browser, DemoCampaign campaign, Page form)
    {
        var own = await browser.GoAsync($"/workspace/projects/{campaign.Slug}/updates/new");
        return [new("title", "Mine"), new("body", "Mine"), new("language", "en"), new("version", form.Value("version")), new("__RequestVerificationToken", own.Value("__RequestVerificationToken"))];
    }
}
