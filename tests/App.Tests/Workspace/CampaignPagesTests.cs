using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Organisations;

namespace Solidarity.App.Tests.Workspace;

[Collection(SiteTests.Name)]
public sealed class CampaignPagesTests(SiteFixture site)
{
    [Fact]
    public async Task Rows_come_and_go_without_saving_and_every_mistake_stands_at_its_field()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Editor), strong: false, language: "nl");
        var form = await browser.GoAsync($"/workspace/projects/{campaign.Slug}/campaigns/new");
        var more = await browser.SendAsync(form, ("title", "Een fornuis"), ("need1title", "Fornuis"), ("need1amount", "1.250,50"), ("need2title", "weg"), ("row", "add"));
        Assert.Equal((HttpStatusCode.OK, "Fornuis", "Een fornuis"), (more.Status, more.Value("need1title"), more.Value("title")));
        Assert.NotNull(more.Html.QuerySelector("#need4title"));
        var less = await browser.SendAsync(more, ("row", "2"));
        Assert.Null(less.Html.QuerySelector("#need4title"));
        Assert.Equal("", less.Value("need2title"));

        var refused = await browser.SendAsync(less, ("goal", "veel"), ("need2title", "Pannen"), ("need2required", null));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(("veel", "Pannen"), (refused.Value("goal"), refused.Value("need2title")));
        Assert.NotNull(refused.Html.QuerySelector("#need2amount[aria-invalid=true]"));

        var saved = await browser.SendAsync(refused, ("goal", "5.000"), ("summary", "Wij koken."), ("need2amount", "200"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var slug = saved.Next!.AbsolutePath.Split('/')[^1];
        var made = await site.InDbAsync(db => db.Campaigns.Include(c => c.Needs).SingleAsync(c => c.Slug == slug));
        Assert.Equal((500_000, CampaignStatus.Draft, CampaignKind.Open, FeeBearer.Recipient), (made.GoalMinor, made.Status, made.Kind, made.FeeBearer));
        Assert.Equal([(125_050, true), (20_000, false)], made.Needs.OrderBy(n => n.Position).Select(n => (n.AmountMinor, n.Required)));
        Assert.Equal("1250,50", (await browser.GoAsync(saved.Next)).Value("need1amount"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GoAsync($"/campaigns/{slug}")).Status);
    }

    [Fact]
    public async Task What_givers_were_promised_stays_and_what_is_added_stands_in_public()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        await site.InDbAsync(async db =>
        {
            db.Add(new CampaignNeed { Id = Guid.NewGuid(), CampaignId = campaign.Id, Position = 0, Title = "A stove", AmountMinor = 100_00, Required = true });
            (await db.Campaigns.SingleAsync(c => c.Id == campaign.Id)).GoalMinor = 400_00;
            return await db.SaveChangesAsync();
        });
        using var browser = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Editor), strong: false);
        var here = $"/workspace/campaigns/{campaign.Slug}";
        var form = await browser.GoAsync(here);
        Assert.Null(form.Html.QuerySelector("[name=goal]"));
        var forged = await browser.SendAsync(form, ("goal", "1"), ("currency", "USD"), ("feeBearer", "Platform"), ("title", "Forged"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.Status);
        Assert.Contains(Words.Of("en", Reason.PromiseStands), forged.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(form, ("title", "New words"))).Status);
        await browser.SendAsync(await browser.GoAsync($"{here}/additions"), ("text", "The stove is bigger."));

        using var reader = site.Browse();
        var shown = await reader.GoAsync($"/campaigns/{campaign.Slug}");
        Assert.Equal("New words", shown.Heading);
        Assert.Contains("A stove", shown.Words("#needs ~ table"), StringComparison.Ordinal);
        Assert.Equal("M60 0v8", shown.Html.QuerySelector(".marks path")!.GetAttribute("d"));
        Assert.Contains("The stove is bigger.", shown.Main, StringComparison.Ordinal);
        var after = await site.InDbAsync(db => db.Campaigns.SingleAsync(c => c.Id == campaign.Id));
        Assert.Equal((400_00, "EUR", FeeBearer.Recipient), (after.GoalMinor, after.CurrencyCode, after.FeeBearer));
    }

    [Fact]
    public async Task Ending_asks_once_more_and_then_nobody_can_give()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Editor), strong: false);
        var ask = await browser.GoAsync($"/workspace/campaigns/{campaign.Slug}/end");
        Assert.Equal(Words.Of<Web.Texts.CampaignWork>("en", "EndTitle"), ask.Heading);
        Assert.Equal($"/workspace/campaigns/{campaign.Slug}", (await browser.SendAsync(ask)).Next!.AbsolutePath);
        Assert.Equal(CampaignStatus.Closed, await site.InDbAsync(db => db.Campaigns.Where(c => c.Id == campaign.Id).Select(c => c.Status).SingleAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(ask)).Status);
        using var reader = site.Browse();
        Assert.Null((await reader.GoAsync($"/campaigns/{campaign.Slug}")).Html.QuerySelector("form.slip"));
    }

    [Fact]
    public async Task A_form_opened_before_somebody_else_saved_keeps_what_was_typed()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var annies = await site.MakeMemberAsync(campaign, OrganisationRole.Editor);
        using var ann = await site.BrowseAsAsync(annies, strong: false);
        using var ben = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Owner));
        var here = $"/workspace/campaigns/{campaign.Slug}";
        var (hers, his) = (await ann.GoAsync(here), await ben.GoAsync(here));
        await ann.SendAsync(hers, ("title", "Ann’s"));
        var told = await ben.SendAsync(his, ("title", "Ben’s"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Ben’s"), (told.Status, told.Value("title")));
        Assert.Contains(Words.Of("en", Reason.ChangedMeanwhile), told.Main, StringComparison.Ordinal);
        // Hers beside his, and who she is.
        Assert.Equal(("Ann’s", "Ben’s"), (told.Words("table.sides del"), told.Words("table.sides ins")));
        Assert.Contains(annies.Name, told.Words("[aria-labelledby=both]"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ben.SendAsync(told)).Status);
    }

    [Fact]
    public async Task Two_editors_of_a_draft_see_each_others_needs()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var ann = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Editor), strong: false);
        using var ben = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Owner));
        var here = await DraftOfAsync(ann, campaign);
        var (hers, his) = (await ann.GoAsync(here), await ben.GoAsync(here));
        await ann.SendAsync(hers, ("need1title", "Two stoves"), ("need1amount", "300"));
        var told = await ben.SendAsync(his, ("need1title", "A big stove"), ("goal", "900"));
        Assert.Equal(("A big stove", "900"), (told.Value("need1title"), told.Value("goal")));
        var changes = told.Words("table.sides");
        foreach (var words in new[] { "Two stoves · 300", "A big stove · 100", "900 EUR" })
            Assert.Contains(words, changes, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ben.SendAsync(told)).Status);
    }

    [Fact]
    public async Task A_draft_is_seen_before_it_is_public_by_its_team_alone()
    {
        var (campaign, others) = (await DemoCampaign.MakeAsync(site), await DemoCampaign.MakeAsync(site));
        using var editor = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Editor), strong: false);
        var here = await DraftOfAsync(editor, campaign);
        var page = await editor.GoAsync($"/workspace/projects/{campaign.Slug}/preview-page");
        Assert.Contains(Words.Of<Web.Texts.Projects>("en", "IsDraft"), page.Main, StringComparison.Ordinal);
        Assert.Null(page.Html.QuerySelector($"a[href^='/campaigns/{here.Split('/')[^1]}']"));
        var link = page.Html.QuerySelector($"a[href='{here}/preview']")!.GetAttribute("href")!;
        var preview = await editor.GoAsync(link);
        Assert.Equal((HttpStatusCode.OK, "Winter"), (preview.Status, preview.Heading));
        Assert.Contains("A stove", preview.Words("#needs ~ table"), StringComparison.Ordinal);
        Assert.Null(preview.Html.QuerySelector("main form"));
        // From the form it is a button, which saves what was typed on the way.
        var form = await editor.GoAsync(here);
        Assert.NotNull(form.Html.QuerySelector("button[name=preview]"));
        Assert.Equal(link, (await editor.SendAsync(form, ("title", "Deep winter"), ("preview", "true"))).Next!.AbsolutePath);
        Assert.Equal("Deep winter", (await editor.GoAsync(link)).Heading);

        using var stranger = await site.BrowseAsAsync(await site.MakeMemberAsync(others, OrganisationRole.Owner));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GoAsync(link)).Status);
        Assert.DoesNotContain("Winter", (await stranger.GoAsync($"/projects/{campaign.Slug}")).Main, StringComparison.Ordinal);
    }

    /// <returns>Path of a draft's workspace, whose one need is a stove for 100.</returns>
    private static async Task<string> DraftOfAsync(Browser browser, DemoCampaign campaign)
    {
        var form = await browser.GoAsync($"/workspace/projects/{campaign.Slug}/campaigns/new");
        var saved = await browser.SendAsync(form, ("title", "Winter"), ("summary", "Soup."), ("goal", "500"), ("need1title", "A stove"), ("need1amount", "100"));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        return saved.Next!.AbsolutePath;
    }

    [Fact]
    public async Task The_overview_says_what_is_missing()
    {
        var campaign = await DemoCampaign.MakeAsync(site, ready: false);
        using var browser = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Accountant), strong: false);
        var overview = await browser.GoAsync($"/workspace/projects/{campaign.Slug}");
        Assert.Contains(Words.Of<Web.Texts.Writing>("en", "WhyStory"), overview.Main, StringComparison.Ordinal);
        Assert.Contains(Words.Of<Web.Texts.Writing>("en", "WhyPaid"), overview.Main, StringComparison.Ordinal);
        Assert.Empty(overview.Html.QuerySelectorAll("a[href$='/story']"));
    }
}
