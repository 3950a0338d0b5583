using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.App.Tests.Updates;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Reports;
using Solidarity.Domain.Reviews;
using Solidarity.Jobs.Moderation;

namespace Solidarity.App.Tests.Moderation;

/// <summary>From the owner's draft to the public page, and off it again.</summary>
[Collection(SiteTests.Name)]
public sealed class ModerationTests(SiteFixture site)
{
    [Fact]
    public async Task A_draft_is_submitted_sent_back_submitted_again_and_published()
    {
        var (slug, owner) = await DraftAsync();
        using var owning = await site.BrowseAsAsync(owner);
        using var moderating = await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Moderator));
        using var reader = site.Browse();
        var workspace = $"/workspace/projects/{slug}/review";

        Assert.Equal(HttpStatusCode.Found, (await owning.SendAsync(await owning.GoAsync(workspace), ("note", "We cook every Friday."))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GoAsync($"/projects/{slug}")).Status);

        var review = await ReviewOfAsync(slug);
        var page = await moderating.GoAsync($"/moderation/reviews/{review}");
        Assert.Contains("We cook every Friday.", page.Main, StringComparison.Ordinal);
        var refused = await moderating.PressAsync(page, "SendBack", ("reasons", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal(HttpStatusCode.Found, (await moderating.PressAsync(page, "SendBack", ("reasons", "Say for whom."))).Status);
        Assert.Contains("Say for whom.", (await owning.GoAsync(workspace)).Main, StringComparison.Ordinal);

        await owning.SendAsync(await owning.GoAsync(workspace));
        page = await moderating.GoAsync($"/moderation/reviews/{await ReviewOfAsync(slug)}");
        refused = await moderating.PressAsync(page, "Publish", ("Points", nameof(ReviewPoint.Lawful)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var all = Enum.GetNames<ReviewPoint>().Select(p => ("Points", (string?)p)).ToArray();
        Assert.Equal(HttpStatusCode.Found, (await moderating.PressAsync(page, "Publish", all)).Status);
        Assert.Equal(HttpStatusCode.OK, (await reader.GoAsync($"/projects/{slug}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await reader.GoAsync($"/campaigns/{slug}")).Status);
    }

    [Fact]
    public async Task Who_moderates_is_told_once_a_day_what_waits_unless_they_want_no_letter()
    {
        var (slug, owner) = await DraftAsync();
        using var owning = await site.BrowseAsAsync(owner);
        await owning.SendAsync(await owning.GoAsync($"/workspace/projects/{slug}/review"));
        var (told, silent) = (await site.MakePersonAsync(PlatformRole.Moderator), await site.MakePersonAsync(PlatformRole.Moderator));
        using (var browser = await site.BrowseAsAsync(silent))
        {
            var account = await browser.GoAsync("/account");
            Assert.NotNull(account.Html.QuerySelector("input[name=moderationLetters][checked]"));
            await browser.SendAsync(account, ("moderationLetters", null));
        }

        for (var run = 0; run < 2; run++)
        {
            await using var scope = site.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TellModerators>().RunAsync(default);
        }

        var letters = await site.InDbAsync(db => db.Letters.Where(l => l.Kind == LetterKind.ModerationWaits).Select(l => l.To).ToListAsync());
        Assert.Single(letters, told.Email);
        Assert.DoesNotContain(silent.Email, letters);
        Assert.DoesNotContain(owner.Email, letters);
    }

    [Fact]
    public async Task The_moderator_reads_the_translations_that_become_public_too()
    {
        var (slug, owner) = await DraftAsync();
        await site.InDbAsync(async db =>
        {
            var id = await db.Projects.Where(p => p.Slug == slug).Select(p => p.Id).SingleAsync();
            db.Add(new ProjectTranslation { ProjectId = id, Language = "fr", Title = "Soupe", Summary = "De la soupe pour chacun.", Place = "Gand", Story = "Une **marmite** le vendredi.", Number = 1, PublishedAt = TimeProvider.System.GetUtcNow() });
            return await db.SaveChangesAsync();
        });
        using var owning = await site.BrowseAsAsync(owner);
        await owning.SendAsync(await owning.GoAsync($"/workspace/projects/{slug}/review"));
        using var moderating = await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Moderator));
        var page = await moderating.GoAsync($"/moderation/reviews/{await ReviewOfAsync(slug)}");
        foreach (var words in new[] { "Soupe", "De la soupe pour chacun.", "Gand", "Une marmite le vendredi." })
            Assert.Contains(words, page.Main, StringComparison.Ordinal);
        Assert.Equal("marmite", page.Words("[lang=fr] strong"));
    }

    [Fact]
    public async Task What_is_missing_leads_to_where_it_is_written()
    {
        var (slug, owner) = await DraftAsync();
        await site.InDbAsync(async db =>
        {
            var project = await db.Projects.Include(p => p.Campaigns).SingleAsync(p => p.Slug == slug);
            (project.Story, project.Place) = ("", "");
            project.Campaigns[0].MoveTo(CampaignStatus.InReview, TimeProvider.System.GetUtcNow(), "test");
            return await db.SaveChangesAsync();
        });
        using var owning = await site.BrowseAsAsync(owner);
        var page = await owning.GoAsync($"/workspace/projects/{slug}/review");
        foreach (var (link, id) in new[] { ("story#story", "story"), ("story#place", "place"), ("campaigns/new", "title") })
        {
            var to = page.Html.QuerySelector($"main a[href='/workspace/projects/{slug}/{link}']")!.GetAttribute("href")!;
            Assert.NotNull((await owning.GoAsync(to)).Html.GetElementById(id));
        }
    }

    [Fact]
    public async Task A_moderator_of_the_same_organisation_is_refused_however_the_form_is_sent()
    {
        var (slug, owner) = await DraftAsync();
        await site.InDbAsync(db => db.People.Where(p => p.Id == owner.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.PlatformRole, PlatformRole.Moderator)));
        using var both = await site.BrowseAsAsync(owner);
        await both.SendAsync(await both.GoAsync($"/workspace/projects/{slug}/review"));
        var address = $"/moderation/reviews/{await ReviewOfAsync(slug)}";
        var page = await both.GoAsync(address);
        Assert.Null(page.Html.QuerySelector("main form"));
        // The token of another form of the same person.
        var token = (await both.GoAsync($"/workspace/projects/{slug}/review")).Value("__RequestVerificationToken");
        var answer = await both.PostAsync(address + "?handler=Publish",
            [KeyValuePair.Create("__RequestVerificationToken", token), .. Enum.GetNames<ReviewPoint>().Select(p => KeyValuePair.Create("Points", p))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await both.GoAsync($"/projects/{slug}")).Status);
    }

    [Fact]
    public async Task A_reported_project_is_suspended_and_the_reporter_is_told()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var reader = site.Browse("fr");
        Assert.Equal(HttpStatusCode.OK, (await reader.GoAsync($"/projects/{campaign.Slug}")).Status);
        var form = await reader.GoAsync($"/report/project/{campaign.Slug}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reader.SendAsync(form, ("why", ""), ("email", "not an address"))).Status);
        var address = $"{UnguessableToken.Create().ToLowerInvariant()}@example.org";
        Assert.Equal(HttpStatusCode.Found, (await reader.SendAsync(form, ("why", nameof(ReportWhy.Fraud)), ("words", "I know them."), ("email", address))).Status);

        using var moderating = await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Moderator));
        var report = await site.InDbAsync(db => db.Reports.SingleAsync(r => r.Email == address));
        var page = await moderating.GoAsync($"/moderation/reports/{report.Id}");
        Assert.Contains("I know them.", page.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await moderating.PressAsync(page, "Act", ("reasons", "We are asking them."))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GoAsync($"/projects/{campaign.Slug}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GoAsync($"/campaigns/{campaign.Slug}")).Status);
        Assert.Equal("fr", (await site.InDbAsync(db => db.Letters.SingleAsync(l => l.To == address))).Language);

        page = await moderating.GoAsync($"/moderation/projects/{campaign.Slug}");
        Assert.Equal(HttpStatusCode.Found, (await moderating.PressAsync(page, "Reinstate", ("reasons", "All is well."))).Status);
        Assert.Equal(HttpStatusCode.OK, (await reader.GoAsync($"/campaigns/{campaign.Slug}")).Status);
    }

    [Fact]
    public async Task Reported_words_leave_the_wall_and_the_gift_stays()
    {
        const string words = "Words that should not stand here.";
        var campaign = await DemoCampaign.MakeAsync(site);
        using var reader = site.Browse();
        var begun = await reader.SendAsync(await reader.GoAsync(campaign.Give), ("amount", "25"), ("email", "giver@example.org"), ("message", words));
        await site.Stripe.PayAsync(begun.Next!, Cards.Pays);
        var donation = Assert.Single(await site.DonationsOfAsync(campaign));
        await site.UntilAsync(donation.Token, DonationStatus.Paid);
        var wall = await reader.GoAsync($"/campaigns/{campaign.Slug}/wall");
        Assert.Contains(words, wall.Main, StringComparison.Ordinal);

        var link = wall.Html.QuerySelector(".note a")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.Found, (await reader.SendAsync(await reader.GoAsync(link), ("why", nameof(ReportWhy.Hateful)))).Status);
        using var moderating = await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Moderator));
        var report = await site.InDbAsync(db => db.Reports.SingleAsync(r => r.SubjectId == donation.Id));
        await moderating.PressAsync(await moderating.GoAsync($"/moderation/reports/{report.Id}"), "Act", ("reasons", "Not here."));

        foreach (var path in new[] { $"/campaigns/{campaign.Slug}/wall", $"/campaigns/{campaign.Slug}" })
            Assert.DoesNotContain(words, (await reader.GoAsync(path)).Main, StringComparison.Ordinal);
        Assert.NotNull((await reader.GoAsync($"/campaigns/{campaign.Slug}/wall")).Html.QuerySelector(".note"));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GoAsync(link)).Status);
    }

    [Fact]
    public async Task A_reported_update_leaves_page_list_feed_and_home()
    {
        const string words = "Soup that never was";
        var campaign = await DemoCampaign.MakeAsync(site);
        using var editor = await site.EditorAsync(campaign, OrganisationRole.Owner);
        var page = await editor.WriteAsync(campaign, words);
        var update = await site.UpdateAsync(page);
        using var reader = site.Browse();
        // A draft is nobody's to see.
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GoAsync($"/report/update/{update.Id}")).Status);
        await editor.PublishAsync(page);
        var shown = $"/projects/{campaign.Slug}/updates/{update.Number}";
        string[] places = [$"/projects/{campaign.Slug}", $"/projects/{campaign.Slug}/updates", "/"];
        foreach (var place in places)
            Assert.Contains(words, (await reader.GoAsync(place)).Main, StringComparison.Ordinal);
        Assert.Contains(words, Encoding.UTF8.GetString(await reader.BytesAsync($"/projects/{campaign.Slug}/updates.atom")), StringComparison.Ordinal);

        var link = (await reader.GoAsync(shown)).Html.QuerySelector("a[href^='/report/update/']")!.GetAttribute("href")!;
        var form = await reader.GoAsync(link);
        Assert.Contains(words, form.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await reader.SendAsync(form, ("why", nameof(ReportWhy.Misleading)))).Status);
        await TakeAwayAsync(update.Id);

        Assert.Equal(HttpStatusCode.NotFound, (await reader.GoAsync(shown)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GoAsync(link)).Status);
        foreach (var place in places)
            Assert.DoesNotContain(words, (await reader.GoAsync(place)).Main, StringComparison.Ordinal);
        Assert.DoesNotContain(words, Encoding.UTF8.GetString(await reader.BytesAsync($"/projects/{campaign.Slug}/updates.atom")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reported_answer_leaves_the_update_and_its_editors_cannot_bring_it_back()
    {
        const string words = "Words that hurt somebody.";
        var (campaign, address) = (await DemoCampaign.MakeAsync(site), Telling.NewAddress());
        await site.FollowAsync(campaign, address);
        using var editor = await site.EditorAsync(campaign);
        var page = await editor.WriteAsync(campaign, "Soup");
        await editor.PublishAsync(page);
        var shown = $"/projects/{campaign.Slug}/updates/{(await site.UpdateAsync(page)).Number}";
        using var reader = site.Browse();
        var answer = await reader.GoAsync(Telling.LinkIn(await site.MailToAsync(address, "/answer?key="), "/answer?key="));
        Assert.Equal(HttpStatusCode.Found, (await reader.SendAsync(answer, ("name", "Nele"), ("words", words))).Status);
        Assert.Contains(words, (await reader.GoAsync(shown)).Main, StringComparison.Ordinal);

        var link = (await reader.GoAsync(shown)).Html.QuerySelector(".note a[href^='/report/answer/']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.Found, (await reader.SendAsync(await reader.GoAsync(link), ("why", nameof(ReportWhy.Hateful)))).Status);
        var form = await editor.GoAsync(page + "/answers");
        var id = Guid.Parse(link.Split('/')[^1]);
        await TakeAwayAsync(id);

        Assert.DoesNotContain(words, (await reader.GoAsync(shown)).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GoAsync(link)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.SendAsync(form, ("answer", id.ToString()), ("hide", "false"))).Status);
        Assert.Null((await editor.GoAsync(page + "/answers")).Html.QuerySelector("main form"));
        Assert.DoesNotContain(words, (await reader.GoAsync(shown)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_is_taken_away_and_brought_back_and_its_owners_are_told_why_in_their_language()
    {
        const string title = "Soup that was there after all";
        var campaign = await DemoCampaign.MakeAsync(site);
        var owner = await site.MakeMemberAsync(campaign, OrganisationRole.Owner);
        await site.InDbAsync(db => db.People.Where(p => p.Id == owner.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Language, "fr")));
        using var editor = await site.EditorAsync(campaign, OrganisationRole.Editor);
        var page = await editor.WriteAsync(campaign, title);
        await editor.PublishAsync(page);
        var update = await site.UpdateAsync(page);
        var shown = $"/projects/{campaign.Slug}/updates/{update.Number}";
        using var reader = site.Browse();
        var link = (await reader.GoAsync(shown)).Html.QuerySelector("a[href^='/report/update/']")!.GetAttribute("href")!;
        await reader.SendAsync(await reader.GoAsync(link), ("why", nameof(ReportWhy.Misleading)));
        await TakeAwayAsync(update.Id);
        var away = await site.LettersAsync(owner);
        Assert.Equal((LetterKind.UpdateTakenAway, "fr", "Not here."), (away[0].Kind, away[0].Language, away[0].Quote));
        Assert.Contains(title, away[0].Args, StringComparison.Ordinal);

        using var moderating = await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Moderator));
        var project = await moderating.GoAsync($"/moderation/projects/{campaign.Slug}");
        var report = await moderating.GoAsync(project.Html.QuerySelector("#taken ~ ul a")!.GetAttribute("href")!);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await moderating.PressAsync(report, "BringBack", ("reasons", " "))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GoAsync(shown)).Status);
        Assert.Equal(HttpStatusCode.Found, (await moderating.PressAsync(report, "BringBack", ("reasons", "We were wrong."))).Status);
        foreach (var place in new[] { shown, $"/projects/{campaign.Slug}/updates", "/" })
            Assert.Contains(title, (await reader.GoAsync(place)).Main, StringComparison.Ordinal);
        var back = await site.LettersAsync(owner);
        Assert.Equal([(LetterKind.UpdateTakenAway, "Not here."), (LetterKind.UpdateBroughtBack, "We were wrong.")], back.Select(l => (l.Kind, l.Quote)));
        project = await moderating.GoAsync($"/moderation/projects/{campaign.Slug}");
        Assert.Contains("We were wrong.", project.Main, StringComparison.Ordinal);
        Assert.Null(project.Html.QuerySelector("#taken"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await moderating.PressAsync(report, "BringBack", ("reasons", "Once more."))).Status);
    }

    [Fact]
    public async Task Words_come_back_to_the_wall_and_no_moderator_brings_back_what_is_their_own()
    {
        const string words = "Words that may stand here after all.";
        var campaign = await DemoCampaign.MakeAsync(site);
        using var reader = site.Browse();
        var begun = await reader.SendAsync(await reader.GoAsync(campaign.Give), ("amount", "25"), ("email", "giver@example.org"), ("message", words));
        await site.Stripe.PayAsync(begun.Next!, Cards.Pays);
        var donation = Assert.Single(await site.DonationsOfAsync(campaign));
        await site.UntilAsync(donation.Token, DonationStatus.Paid);
        var link = (await reader.GoAsync($"/campaigns/{campaign.Slug}/wall")).Html.QuerySelector(".note a")!.GetAttribute("href")!;
        await reader.SendAsync(await reader.GoAsync(link), ("why", nameof(ReportWhy.Hateful)));
        await TakeAwayAsync(donation.Id);
        Assert.DoesNotContain(words, (await reader.GoAsync($"/campaigns/{campaign.Slug}/wall")).Main, StringComparison.Ordinal);

        var report = $"/moderation/reports/{await site.InDbAsync(db => db.Reports.Where(r => r.SubjectId == donation.Id).Select(r => r.Id).SingleAsync())}";
        var member = await site.MakeMemberAsync(campaign, OrganisationRole.Editor);
        await site.InDbAsync(db => db.People.Where(p => p.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.PlatformRole, PlatformRole.Moderator)));
        using var own = await site.BrowseAsAsync(member);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await own.PressAsync(await own.GoAsync(report), "BringBack", ("reasons", "Ours."))).Status);
        using var moderating = await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Moderator));
        Assert.Equal(HttpStatusCode.Found, (await moderating.PressAsync(await moderating.GoAsync(report), "BringBack", ("reasons", "All is well."))).Status);
        foreach (var path in new[] { $"/campaigns/{campaign.Slug}/wall", $"/campaigns/{campaign.Slug}" })
            Assert.Contains(words, (await reader.GoAsync(path)).Main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/report/project/there-is-none")]
    [InlineData("/report/message/1e99")]
    [InlineData("/report/message/999999999999")]
    [InlineData("/report/update/1")]
    [InlineData("/report/answer/00000000-0000-0000-0000-000000000000")]
    [InlineData("/report/0/x")]
    [InlineData("/report/nothing/x")]
    public async Task What_is_not_public_cannot_be_reported(string path)
    {
        using var reader = site.Browse();
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GoAsync(path)).Status);
    }

    [Fact]
    public async Task An_administrator_is_told_of_open_reports()
    {
        using var administrator = await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Administrator));
        var campaign = await DemoCampaign.MakeAsync(site);
        var before = await OpenAsync();
        Assert.Contains($"{before} report", (await administrator.GoAsync("/administration")).Main, StringComparison.Ordinal);
        using var reader = site.Browse();
        await reader.SendAsync(await reader.GoAsync($"/report/project/{campaign.Slug}"), ("why", nameof(ReportWhy.Misleading)));
        Assert.Contains($"{before + 1} report", (await administrator.GoAsync("/administration")).Main, StringComparison.Ordinal);

        Task<int> OpenAsync() => site.InDbAsync(db => db.Reports.CountAsync(r => r.Outcome == ReportOutcome.Open));
    }

    [Fact]
    public async Task Of_two_campaigns_that_wait_each_button_says_which_it_takes_back()
    {
        var (slug, owner) = await DraftAsync();
        var drafts = await site.InDbAsync(async db =>
        {
            var project = await db.Projects.Include(p => p.Campaigns).SingleAsync(p => p.Slug == slug);
            var (now, partner) = (TimeProvider.System.GetUtcNow(), project.Campaigns[0].PartnerId);
            project.MoveTo(ProjectStatus.InReview, now, "test");
            project.MoveTo(ProjectStatus.Live, now, "test");
            var more = Guid.CreateVersion7(now);
            db.Add(new Campaign { Id = more, ProjectId = project.Id, PartnerId = partner, Slug = slug + "2", Title = "Bread", Summary = "Bread.", CurrencyCode = "EUR", Totals = new CampaignTotals { CampaignId = more } });
            await db.SaveChangesAsync();
            return new[] { project.Campaigns[0].Id, more };
        });
        using var owning = await site.BrowseAsAsync(owner);
        var page = await owning.GoAsync($"/workspace/projects/{slug}/review");
        foreach (var campaign in drafts)
        {
            await owning.PostAsync($"/workspace/projects/{slug}/review?handler=Campaign",
                [new("campaign", campaign.ToString()), new("__RequestVerificationToken", page.Value("__RequestVerificationToken"))]);
        }

        var buttons = (await owning.GoAsync($"/workspace/projects/{slug}/review")).Html.QuerySelectorAll("button[formaction*='Withdraw']").Select(b => b.TextContent).Order(StringComparer.Ordinal);
        Assert.Equal(["Take it back: Bread", "Take it back: Soup"], buttons);
    }

    [Fact]
    public async Task A_project_is_found_by_a_part_of_its_title_as_it_is_typed()
    {
        var (slug, _) = await DraftAsync();
        await site.InDbAsync(db => db.Projects.Where(p => p.Slug == slug).ExecuteUpdateAsync(set => set.SetProperty(p => p.Title, "A hundred %_ of soup")));
        using var moderating = await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Moderator));
        using var administrator = await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Administrator));
        foreach (var (browser, path) in new[] { (moderating, "/moderation/projects"), (administrator, "/administration/projects") })
        {
            var page = await browser.GoAsync($"{path}?q={Uri.EscapeDataString("%_ of")}");
            Assert.Equal([$"/moderation/projects/{slug}"], page.Html.QuerySelectorAll("main li a").Select(a => a.GetAttribute("href")));
        }
    }

    private async Task TakeAwayAsync(Guid subject)
    {
        using var moderating = await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Moderator));
        var report = await site.InDbAsync(db => db.Reports.SingleAsync(r => r.SubjectId == subject));
        Assert.Equal(HttpStatusCode.Found, (await moderating.PressAsync(await moderating.GoAsync($"/moderation/reports/{report.Id}"), "Act", ("reasons", "Not here."))).Status);
    }

    private Task<Guid> ReviewOfAsync(string slug) => site.InDbAsync(db => db.Reviews.Where(r => r.Project.Slug == slug && r.Outcome == ReviewOutcome.Pending).Select(r => r.Id).SingleAsync());

    private async Task<(string Slug, Person Owner)> DraftAsync()
    {
        var owner = await site.MakePersonAsync();
        var slug = $"d-{UnguessableToken.Create().ToLowerInvariant()}";
        await site.InDbAsync(async db =>
        {
            var now = TimeProvider.System.GetUtcNow();
            Guid NewId() => Guid.CreateVersion7(now);
            var organisation = new Organisation { Id = NewId(), Slug = slug, Name = "Cooks", Country = "BE", Email = "cooks@example.org" };
            var partner = new Domain.Partners.Partner { Id = NewId(), OrganisationId = organisation.Id, Name = "Cooks" };
            var project = new Project
            {
                Id = NewId(),
                OrganisationId = organisation.Id,
                Slug = slug,
                Title = "Soup",
                Summary = "Soup for all.",
                Language = "en",
                Place = "Gent",
                Story = new string('x', SubmitForReview.ShortestStory),
            };
            var campaign = NewId();
            db.AddRange(organisation, partner, project,
                new Membership { OrganisationId = organisation.Id, PersonId = owner.Id, Role = OrganisationRole.Owner, Since = now },
                new Campaign { Id = campaign, ProjectId = project.Id, PartnerId = partner.Id, Slug = slug, Title = "Soup", Summary = "Soup.", CurrencyCode = "EUR", Totals = new CampaignTotals { CampaignId = campaign } });
            return await db.SaveChangesAsync();
        });
        return (slug, owner);
    }
}
