using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Site;
using Solidarity.Domain.Updates;

namespace Solidarity.App.Tests.Updates;

[Collection(SiteTests.Name)]
public sealed class ReadersTests(SiteFixture site)
{
    [Fact]
    public async Task One_click_ends_it_without_cookie_or_form_and_looking_does_not()
    {
        var (campaign, address) = (await DemoCampaign.MakeAsync(site), Telling.NewAddress());
        await site.FollowAsync(campaign, address);
        using var editor = await site.EditorAsync(campaign);
        await editor.PublishAsync(await editor.WriteAsync(campaign, "The first"));
        var mail = await site.MailToAsync(address, "The first");
        var target = mail.Header("List-Unsubscribe").Trim('<', '>');

        using var scanner = site.Browse();
        Assert.Equal(200, (int)(await scanner.GoAsync(new Uri(target))).Status);
        Assert.True((await FollowAsync(address)).IsActive);
        using var program = site.Browse();
        var answer = await program.PostAsync(new Uri(target).AbsolutePath, [new("List-Unsubscribe", "One-Click")]);
        Assert.Equal(200, (int)answer.Status);
        Assert.Equal(0, program.Cookies.Count);
        Assert.False((await FollowAsync(address)).IsActive);
        await editor.PublishAsync(await editor.WriteAsync(campaign, "The second"));
        await site.UntilQuietAsync();
        Assert.DoesNotContain(site.MailsTo(address), m => m.Text.Contains("The second", StringComparison.Ordinal));
        Assert.Equal(404, (int)(await program.PostAsync("/unsubscribe/unknown", [])).Status);
    }

    [Fact]
    public async Task Of_very_many_answers_the_newest_are_shown_in_order_and_the_page_says_so()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var editor = await site.EditorAsync(campaign);
        var page = await editor.WriteAsync(campaign, "Soup");
        await editor.PublishAsync(page);
        var update = await site.UpdateAsync(page);
        await site.InDbAsync(db =>
        {
            var now = TimeProvider.System.GetUtcNow();
            db.AddRange(Enumerable.Range(1, 205).Select(i => new UpdateAnswer
            {
                Id = Guid.CreateVersion7(now),
                UpdateId = update.Id,
                Name = $"Reader {i}",
                Words = "Good soup.",
                Language = "en",
                At = now.AddMinutes(i - 300),
                EmailDigest = UpdateAnswer.DigestOf(update.Id, $"{i}"),
            }));
            return db.SaveChangesAsync();
        });
        using var reader = site.Browse();
        var shown = await reader.GoAsync($"/projects/{campaign.Slug}/updates/{update.Number}");
        var names = shown.Html.QuerySelectorAll(".note .who").Select(n => n.TextContent.Trim()).ToList();
        Assert.Equal(Enumerable.Range(6, 200).Select(i => $"Reader {i}"), names);
        Assert.Contains("earlier ones are not shown", shown.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_tabs_that_ask_at_once_are_given_one_choice()
    {
        var address = Telling.NewAddress();
        var first = "";
        var second = await site.InDbAsync(async db =>
        {
            // The other tab saves between this one's look and its writing.
            db.SavingChanges += (_, _) => first = first.Length > 0 ? first : site.InDbAsync(other => other.ChoiceTokenAsync(address, CancellationToken.None)).GetAwaiter().GetResult();
            return await db.ChoiceTokenAsync(address, CancellationToken.None);
        });
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task An_address_chooses_what_it_gets()
    {
        var (one, two, address) = (await DemoCampaign.MakeAsync(site), await DemoCampaign.MakeAsync(site), Telling.NewAddress());
        await site.FollowAsync(one, address);
        await site.FollowAsync(two, address);
        var token = await site.InDbAsync(db => db.MailChoices.Where(c => c.Email == address).Select(c => c.Token).SingleAsync());
        using var browser = site.Browse();
        var page = await browser.GoAsync($"/mail-choices/{token}");
        Assert.DoesNotContain(address, page.Main, StringComparison.Ordinal);
        var kept = (await site.InDbAsync(db => db.Follows.Where(f => f.Email == address).OrderBy(f => f.Id).ToListAsync()))[0];
        await browser.PostAsync($"/mail-choices/{token}", [new("updates", "true"), new("wanted", kept.Id.ToString()), new("__RequestVerificationToken", page.Value("__RequestVerificationToken"))]);
        var follows = await site.InDbAsync(db => db.Follows.Where(f => f.Email == address).OrderBy(f => f.Id).ToListAsync());
        Assert.Equal([true, false], follows.Select(f => f.IsActive));
        Assert.False((await site.InDbAsync(db => db.MailChoices.SingleAsync(c => c.Email == address))).Thanks);
    }

    [Fact]
    public async Task What_is_for_givers_opens_by_their_key_and_for_nobody_else()
    {
        var (campaign, giver, follower) = (await DemoCampaign.MakeAsync(site), Telling.NewAddress(), Telling.NewAddress());
        var gift = await site.GiveAsync(campaign, giver, updates: true);
        await site.FollowAsync(campaign, follower);
        using var editor = await site.EditorAsync(campaign);
        await editor.PublishAsync(await editor.WriteAsync(campaign, "For you alone", "A secret word.", UpdateAudience.Givers));
        var mail = await site.MailToAsync(giver, "A secret word");
        await site.UntilQuietAsync();
        Assert.DoesNotContain(site.MailsTo(follower), m => m.Text.Contains("A secret word", StringComparison.Ordinal));

        using var reader = site.Browse();
        var path = $"/projects/{campaign.Slug}/updates/1";
        foreach (var allowed in new[] { Telling.LinkIn(mail, path + "?key="), $"{path}?key={gift.Token}" })
        {
            var page = await reader.GoAsync(allowed);
            Assert.Contains("A secret word.", page.Main, StringComparison.Ordinal);
            Assert.Contains("no-store", page.Headers["Cache-Control"], StringComparison.Ordinal);
        }

        foreach (var shut in new[] { path, path + "?key=unknown", path + "/answer" })
            Assert.DoesNotContain("A secret word", (await reader.GoAsync(shut)).Main, StringComparison.Ordinal);
        Assert.Equal(403, (int)(await reader.GoAsync(path)).Status);
        foreach (var open in new[] { "/", $"/projects/{campaign.Slug}", $"/projects/{campaign.Slug}/updates", $"/projects/{campaign.Slug}/updates.atom" })
            Assert.DoesNotContain("A secret word", System.Text.Encoding.UTF8.GetString(await reader.BytesAsync(open)), StringComparison.Ordinal);

        // Who reports it has read it; the moderators are shown it, and nobody else.
        var id = await site.InDbAsync(db => db.Updates.Where(u => u.Title == "For you alone" && u.Project.Slug == campaign.Slug).Select(u => u.Id).SingleAsync());
        var report = await reader.GoAsync($"/report/update/{id}");
        Assert.DoesNotContain("A secret word", report.Main, StringComparison.Ordinal);
        Assert.Equal(302, (int)(await reader.SendAsync(report, ("why", "Misleading"))).Status);
        Assert.Contains("A secret word", await site.InDbAsync(db => db.Reports.Where(r => r.SubjectId == id).Select(r => r.Excerpt).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follower_answers_by_the_key_and_the_answer_can_be_taken_out_of_sight()
    {
        var (campaign, address) = (await DemoCampaign.MakeAsync(site), Telling.NewAddress());
        await site.FollowAsync(campaign, address);
        using var editor = await site.EditorAsync(campaign);
        var update = await editor.WriteAsync(campaign, "Ask me");
        await editor.PublishAsync(update);
        var mail = await site.MailToAsync(address, "Ask me");
        using var reader = site.Browse();
        var form = await reader.GoAsync(Telling.LinkIn(mail, "/answer?key="));
        Assert.Equal(422, (int)(await reader.SendAsync(form, ("name", "Ann"), ("words", " "))).Status);
        Assert.Equal(302, (int)(await reader.SendAsync(form, ("name", "Ann"), ("words", "<b>Well</b> done"))).Status);
        var path = $"/projects/{campaign.Slug}/updates/1";
        Assert.Contains("<b>Well</b> done", (await reader.GoAsync(path)).Words(".wall"), StringComparison.Ordinal);
        Assert.DoesNotContain(address, (await reader.GoAsync(path)).Main, StringComparison.Ordinal);

        await editor.SendAsync(await editor.GoAsync(update + "/answers"));
        Assert.DoesNotContain("done", (await reader.GoAsync(path)).Main, StringComparison.Ordinal);
        using var stranger = site.Browse();
        var shut = await stranger.GoAsync(path + "/answer");
        Assert.Null(shut.Html.QuerySelector("form[method=post]"));
    }

    private Task<Follow> FollowAsync(string address) => site.InDbAsync(db => db.Follows.AsNoTracking().SingleAsync(f => f.Email == address));
}
