using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Account;
using Solidarity.App.Tests.Site;
using Solidarity.App.Tests.Updates;
using Solidarity.Domain;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Domain.Trail;

namespace Solidarity.App.Tests.Workspace;

[Collection(SiteTests.Name)]
public sealed class TeamPagesTests(SiteFixture site)
{
    [Theory]
    [InlineData(50, false)]
    [InlineData(51, true)]
    public async Task A_last_page_that_is_full_leads_to_no_empty_one(int entries, bool older)
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var owner = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Owner));
        await site.InDbAsync(db =>
        {
            var organisation = db.Organisations.Single(o => o.Slug == campaign.Slug).Id;
            for (var i = 0; i < entries; i++)
                db.Note("CampaignChanged", null, TimeProvider.System.GetUtcNow(), organisation, campaign.Id, "Soup");
            return db.SaveChangesAsync();
        });
        var page = await owner.GoAsync($"/workspace/organisations/{campaign.Slug}/trail");
        Assert.Equal(older, page.Html.QuerySelector(".pager a[rel=next]") is not null);
    }

    [Fact]
    public async Task Invited_by_letter_accepted_by_that_address_alone_and_made_an_owner()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var (owner, guest) = (await site.MakeMemberAsync(campaign, OrganisationRole.Owner), await site.MakePersonAsync());
        using var browser = await site.BrowseAsAsync(owner);
        var home = $"/workspace/organisations/{campaign.Slug}";
        var sent = await browser.SendAsync(await browser.GoAsync($"{home}/invite"), ("email", guest.Email), ("role", "Assistant"), ("greeting", "Come and help us."));
        Assert.Equal($"{home}/team", sent.Next!.AbsolutePath);
        Assert.Contains(guest.Email!, (await browser.GoAsync(sent.Next)).Words("#invited ~ form"), StringComparison.Ordinal);
        // The link is forgotten once the letter has left: the mail itself holds it.
        var link = await LinkAsync(guest.Email!);

        using var nobody = site.Browse();
        var asStranger = await nobody.GoAsync(link);
        Assert.Contains("Come and help us.", asStranger.Main, StringComparison.Ordinal);
        Assert.Equal("no-referrer", asStranger.Headers["Referrer-Policy"]);
        Assert.NotNull(asStranger.Html.QuerySelector("a[href^='/sign-in?to=']"));
        using var other = await site.BrowseAsAsync(await site.MakePersonAsync());
        Assert.Contains(Words.Of("en", Reason.InvitationForAnother, guest.Email!), (await other.GoAsync(link)).Main, StringComparison.Ordinal);

        using var theirs = await site.BrowseAsAsync(guest);
        var joined = await theirs.SendAsync(await theirs.GoAsync(link));
        Assert.Equal(home, joined.Next!.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, (await theirs.GoAsync(joined.Next)).Status);
        Assert.Contains(Words.Of("en", Reason.InvitationOver), (await theirs.GoAsync(link)).Main, StringComparison.Ordinal);

        var member = $"{home}/team/{guest.Id}";
        Assert.Equal($"{home}/team", (await browser.SendAsync(await browser.GoAsync(member), ("role", "Owner"))).Next!.AbsolutePath);
        var trail = await browser.GoAsync($"{home}/trail");
        Assert.Contains(Words.Of<Web.Texts.Trail>("en", "MemberJoined"), trail.Main, StringComparison.Ordinal);
        Assert.Contains("Assistant → Owner", trail.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_invited_address_is_read_by_who_may_invite_alone()
    {
        const string guest = "somebody.invited@example.org";
        var campaign = await DemoCampaign.MakeAsync(site);
        var home = $"/workspace/organisations/{campaign.Slug}";
        using var owner = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Owner));
        await owner.SendAsync(await owner.GoAsync($"{home}/invite"), ("email", guest));
        Assert.Contains(guest, (await owner.GoAsync($"{home}/trail")).Main, StringComparison.Ordinal);
        using var assistant = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Assistant));
        using var moderator = await site.BrowseAsAsync(await site.MakePersonAsync(PlatformRole.Moderator));
        foreach (var page in new[] { await assistant.GoAsync($"{home}/trail"), await moderator.GoAsync($"/moderation/projects/{campaign.Slug}") })
        {
            Assert.Contains("s…@example.org", page.Main, StringComparison.Ordinal);
            Assert.DoesNotContain(guest, page.Main, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_gets_another_role_or_is_removed_reads_it_in_a_letter()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var (member, boss) = (await site.MakeMemberAsync(campaign, OrganisationRole.Assistant), await site.MakeMemberAsync(campaign, OrganisationRole.Owner));
        await site.InDbAsync(db => db.People.Where(p => p.Id == member.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Language, "nl")));
        using var owner = await site.BrowseAsAsync(boss);
        var page = $"/workspace/organisations/{campaign.Slug}/team/{member.Id}";
        await owner.SendAsync(await owner.GoAsync(page), ("role", "Accountant"));
        await owner.SendAsync(await owner.GoAsync(page + "/remove"));
        Assert.Equal([LetterKind.MemberRoleChanged, LetterKind.MemberRemoved], (await site.LettersAsync(member)).Select(l => l.Kind));
        Assert.Contains(await site.MailsAsync(member.Email!, 2), m => m.Text.Contains("nu: boekhouder.", StringComparison.Ordinal));
        Assert.Empty(await site.LettersAsync(boss));
    }

    [Fact]
    public async Task Everybody_can_leave_and_removing_somebody_is_asked_twice()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var (owner, assistant, editor) = (await site.MakeMemberAsync(campaign, OrganisationRole.Owner), await site.MakeMemberAsync(campaign, OrganisationRole.Assistant), await site.MakeMemberAsync(campaign, OrganisationRole.Editor));
        var home = $"/workspace/organisations/{campaign.Slug}";
        using var theirs = await site.BrowseAsAsync(assistant, strong: false);
        var link = (await theirs.GoAsync(home)).Html.QuerySelector("a[href$='/leave']")!.GetAttribute("href")!;
        Assert.Equal("/workspace", (await theirs.SendAsync(await theirs.GoAsync(link))).Next!.AbsolutePath);
        Assert.Equal(HttpStatusCode.NotFound, (await theirs.GoAsync(home)).Status);

        using var browser = await site.BrowseAsAsync(owner);
        var member = await browser.GoAsync($"{home}/team/{editor.Id}");
        var asked = await browser.GoAsync(member.Html.QuerySelector("a[href$='/remove']")!.GetAttribute("href")!);
        Assert.Contains(editor.Name, asked.Main, StringComparison.Ordinal);
        Assert.Equal($"{home}/team", (await browser.SendAsync(asked)).Next!.AbsolutePath);
        Assert.False(await site.InDbAsync(db => db.Memberships.AnyAsync(m => m.PersonId == editor.Id)));
    }

    [Fact]
    public async Task The_last_owner_is_told_why_not()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var owner = await site.MakeMemberAsync(campaign, OrganisationRole.Owner);
        using var browser = await site.BrowseAsAsync(owner);
        var page = await browser.GoAsync($"/workspace/organisations/{campaign.Slug}/team/{owner.Id}");
        var leave = await browser.GoAsync($"/workspace/organisations/{campaign.Slug}/leave");
        Assert.NotNull(page.Html.QuerySelector($"a[href='{leave.Address.AbsolutePath}']"));
        Assert.Null(page.Html.QuerySelector("a[href$='/remove']"));
        var refused = await browser.SendAsync(leave);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(Words.Of("en", Reason.LastOwner), refused.Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(page, ("role", "Editor"))).Status);
    }

    [Fact]
    public async Task An_invitation_is_withdrawn_and_one_of_another_organisation_is_out_of_reach()
    {
        var (mine, others) = (await DemoCampaign.MakeAsync(site), await DemoCampaign.MakeAsync(site));
        using var browser = await site.BrowseAsAsync(await site.MakeMemberAsync(mine, OrganisationRole.Owner));
        using var other = await site.BrowseAsAsync(await site.MakeMemberAsync(others, OrganisationRole.Owner));
        await other.SendAsync(await other.GoAsync($"/workspace/organisations/{others.Slug}/invite"), ("email", "x@example.org"));
        var id = await site.InDbAsync(db => db.Invitations.Where(i => i.Organisation.Slug == others.Slug).Select(i => i.Id).SingleAsync());

        await browser.SendAsync(await browser.GoAsync($"/workspace/organisations/{mine.Slug}/invite"), ("email", "y@example.org"));
        var team = await browser.GoAsync($"/workspace/organisations/{mine.Slug}/team");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(team, ("withdraw", id.ToString()))).Status);
        var own = team.Html.QuerySelector("button[name=withdraw]")!.GetAttribute("value");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(team, ("withdraw", own))).Status);
        Assert.Empty((await browser.GoAsync($"/workspace/organisations/{mine.Slug}/team")).Html.QuerySelectorAll("button[name=withdraw]"));
        Assert.Null(await site.InDbAsync(db => db.Invitations.Where(i => i.Id == id).Select(i => i.WithdrawnAt).SingleAsync()));
    }

    [Fact]
    public async Task Details_keep_what_was_typed_until_they_are_right()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = await site.BrowseAsAsync(await site.MakeMemberAsync(campaign, OrganisationRole.Owner));
        var page = await browser.GoAsync($"/workspace/organisations/{campaign.Slug}/details");
        var refused = await browser.SendAsync(page, ("name", "  "), ("city", "Gent"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Gent"), (refused.Status, refused.Value("city")));
        await browser.SendAsync(refused, ("name", "Soup & friends"));
        var saved = await site.InDbAsync(db => db.Organisations.SingleAsync(o => o.Slug == campaign.Slug));
        // Another name: whoever verified the old one has not seen this.
        Assert.Equal(("Soup & friends", "Gent", null), (saved.Name, saved.City, saved.VerifiedAt));
    }

    private async Task<string> LinkAsync(string email) => Telling.LinkIn(await site.MailToAsync(email, "/invitations/"), "/invitations/");
}
