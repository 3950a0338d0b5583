using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Updates;

namespace Solidarity.App.Tests.Updates;

[Collection(SiteTests.Name)]
public sealed class FollowTests(SiteFixture site)
{
    [Fact]
    public async Task Nobody_follows_before_the_address_has_said_yes_by_a_button()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var address = Telling.NewAddress();
        using var browser = site.Browse("nl");
        await browser.SendAsync(await browser.GoAsync($"/projects/{campaign.Slug}/follow"), ("email", address));
        var letter = await site.MailToAsync(address);
        Assert.Equal("nl", letter.Header("Content-Language"));
        Assert.Null((await FollowAsync(address)).ConfirmedAt);

        // A program that looks into letters follows the link; that is no yes.
        var page = await browser.GoAsync(Telling.LinkIn(letter, "/follow/"));
        Assert.Null((await FollowAsync(address)).ConfirmedAt);
        await browser.SendAsync(page);
        Assert.True((await FollowAsync(address)).IsActive);
    }

    [Fact]
    public async Task The_answer_is_the_same_for_an_address_that_follows_already_and_it_is_not_written_to_again()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var (address, other) = (Telling.NewAddress(), Telling.NewAddress());
        await site.FollowAsync(campaign, address);
        using var browser = site.Browse();
        var form = await browser.GoAsync($"/projects/{campaign.Slug}/follow");
        var known = await browser.SendAsync(form, ("email", address.ToUpperInvariant()));
        var knownSays = await browser.GoAsync(known.Next!);
        var fresh = await browser.SendAsync(await browser.GoAsync($"/projects/{campaign.Slug}/follow"), ("email", other));
        var freshSays = await browser.GoAsync(fresh.Next!);
        Assert.Equal((known.Status, known.Next), (fresh.Status, fresh.Next));
        Assert.Equal(knownSays.Main, freshSays.Main);
        await site.MailToAsync(other);
        Assert.Single(site.MailsTo(address));
    }

    [Fact]
    public async Task One_address_is_sent_few_letters_whoever_asks()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var address = Telling.NewAddress();
        using var browser = site.Browse();
        var form = await browser.GoAsync($"/projects/{campaign.Slug}/follow");
        for (var i = 0; i < 5; i++)
            Assert.Equal(302, (int)(await browser.SendAsync(form, ("email", i % 2 == 0 ? address : address.ToUpperInvariant()))).Status);
        Assert.Equal(2, await site.InDbAsync(db => db.Letters.CountAsync(l => l.To == address)));
    }

    [Fact]
    public async Task What_is_no_address_is_refused_and_stays_in_the_form()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        using var browser = site.Browse("fr");
        var refused = await browser.SendAsync(await browser.GoAsync($"/projects/{campaign.Slug}/follow"), ("email", "not an address"));
        Assert.Equal(422, (int)refused.Status);
        Assert.Equal("not an address", refused.Value("email"));
        Assert.Contains(Words.Of("fr", Reason.EmailNotValid), refused.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_giver_who_asked_for_news_follows_once_the_gift_is_paid_and_one_who_did_not_does_not()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var (wants, wantsNot) = (Telling.NewAddress(), Telling.NewAddress());
        await site.GiveAsync(campaign, wants, updates: true);
        await site.GiveAsync(campaign, wantsNot, updates: false);
        var follow = await FollowAsync(wants);
        Assert.True(follow.IsActive);
        Assert.Equal(FollowSource.Gift, follow.Source);
        Assert.False(await site.InDbAsync(db => db.Follows.AnyAsync(f => f.Email == wantsNot)));
    }

    private Task<Follow> FollowAsync(string address) => site.InDbAsync(db => db.Follows.AsNoTracking().SingleAsync(f => f.Email == address));
}
