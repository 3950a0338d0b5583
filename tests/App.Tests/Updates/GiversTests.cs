using Microsoft.EntityFrameworkCore;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Organisations;

namespace Solidarity.App.Tests.Updates;

[Collection(SiteTests.Name)]
public sealed class GiversTests(SiteFixture site)
{
    [Fact]
    public async Task Owners_see_names_that_are_not_hidden_from_them_and_no_address()
    {
        var (campaign, open, hidden) = (await DemoCampaign.MakeAsync(site), Telling.NewAddress(), Telling.NewAddress());
        await site.GiveAsync(campaign, open, updates: false, name: "Seen by all");
        await site.GiveAsync(campaign, hidden, updates: false, name: "Hidden from owner", hideOwner: true);
        using var owner = await site.EditorAsync(campaign, OrganisationRole.Accountant);
        var page = await owner.GoAsync($"/workspace/projects/{campaign.Slug}/givers");
        Assert.Contains("Seen by all", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden from owner", page.Main, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.org", page.Main, StringComparison.Ordinal);
        Assert.Equal(403, (int)(await owner.GoAsync($"/workspace/projects/{campaign.Slug}/givers/thank")).Status);
    }

    [Fact]
    public async Task Words_that_a_moderator_took_away_are_gone_for_owners_too()
    {
        const string words = "Words that hurt somebody.";
        var (campaign, address) = (await DemoCampaign.MakeAsync(site), Telling.NewAddress());
        var gift = await site.GiveAsync(campaign, address, updates: false);
        await site.InDbAsync(db => db.Donations.Where(d => d.Id == gift.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Message, words)));
        using var owner = await site.EditorAsync(campaign, OrganisationRole.Accountant);
        var givers = $"/workspace/projects/{campaign.Slug}/givers";
        Assert.Contains(words, (await owner.GoAsync(givers)).Main, StringComparison.Ordinal);
        await site.InDbAsync(db => db.Donations.Where(d => d.Id == gift.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.WordsHiddenAt, TimeProvider.System.GetUtcNow())));
        Assert.DoesNotContain(words, (await owner.GoAsync(givers)).Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_giver_is_thanked_once_first_one_then_all()
    {
        var (campaign, first, second) = (await DemoCampaign.MakeAsync(site), Telling.NewAddress(), Telling.NewAddress());
        var gift = await site.GiveAsync(campaign, first, updates: false);
        await site.GiveAsync(campaign, second, updates: false, hideOwner: true);
        using var owner = await site.EditorAsync(campaign, OrganisationRole.Owner);
        var givers = $"/workspace/projects/{campaign.Slug}/givers";
        var one = await owner.GoAsync($"{givers}/thank?gift={gift.Lines.Single(l => l.Kind == Domain.Donations.LineKind.Gift).Id}");
        Assert.Equal(302, (int)(await owner.SendAsync(one, ("words", "Thank you, one."))).Status);
        await site.MailToAsync(first, "Thank you, one.");
        Assert.Equal(422, (int)(await owner.SendAsync(one, ("words", "Once more."))).Status);

        var all = await owner.GoAsync(givers + "/thank");
        Assert.Equal(302, (int)(await owner.SendAsync(all, ("words", "Thank you, all."))).Status);
        var mail = await site.MailToAsync(second, "Thank you, all.");
        await site.UntilQuietAsync();
        Assert.DoesNotContain(site.MailsTo(first), m => m.Text.Contains("all.", StringComparison.Ordinal));
        Assert.Equal(422, (int)(await owner.SendAsync(all, ("words", "Again."))).Status);
        Assert.Contains(Words.Of("en", Reason.NobodyToThank), (await owner.SendAsync(all, ("words", "Again."))).Main, StringComparison.Ordinal);

        using var program = site.Browse();
        await program.PostAsync(new Uri(mail.Header("List-Unsubscribe").Trim('<', '>')).AbsolutePath, []);
        Assert.False((await site.InDbAsync(db => Task.FromResult(db.MailChoices.Single(c => c.Email == second)))).Thanks);
    }
}
