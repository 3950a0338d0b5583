using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Organisations;
using Solidarity.Jobs.Receipts;

namespace Solidarity.App.Tests.My;

/// <summary>Who asks to be erased is nowhere to be found afterwards, but on the receipts that the law makes us keep.</summary>
[Collection(SiteTests.Name)]
public sealed class EraseTests(SiteFixture site)
{
    private static readonly string[] OnReceipts = ["Receipts.GiverEmail", "Receipts.GiverName"];

    [Fact]
    public async Task A_person_is_found_nowhere_but_on_receipts()
    {
        const string words = "Words of a person who leaves.";
        var campaign = await DemoCampaign.MakeAsync(site);
        var person = await site.MakePersonAsync();
        var name = $"Zoë {UnguessableToken.Create()}";
        await site.InDbAsync(async db =>
        {
            await db.People.Where(p => p.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Name, name));
            var now = TimeProvider.System.GetUtcNow();
            var organisation = await db.Campaigns.Where(c => c.Id == campaign.Id).Select(c => c.Project.OrganisationId).SingleAsync();
            db.Invitations.Add(new Invitation
            {
                Id = Guid.CreateVersion7(now),
                OrganisationId = organisation,
                Email = "somebody@example.org",
                Role = OrganisationRole.Editor,
                Language = "en",
                InvitedById = person.Id,
                Digest = SecretHash.Of(UnguessableToken.Create()),
                CreatedAt = now,
                ExpiresAt = now,
            });
            db.Write(LetterKind.Invitation, ("somebody@example.org", null), "en", TimeProvider.System.GetUtcNow(), "/x", null, "Cooks", name);
            return await db.SaveChangesAsync();
        });
        var gift = await site.GiveAsync(campaign, person.Email!, name, words);
        using var reader = site.Browse();
        using var browser = await site.BrowseAsAsync(person);
        Assert.Contains(words, (await reader.GoAsync($"/campaigns/{campaign.Slug}/wall")).Main, StringComparison.Ordinal);

        var form = await browser.GoAsync("/my/erase");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(form, ("email", "another@example.org"))).Status);
        var done = await browser.SendAsync(form, ("email", person.Email!.ToUpperInvariant()));
        Assert.Equal("/my/erased", done.Next?.PathAndQuery);
        await site.UntilQuietAsync();

        Assert.Equal("/sign-in?to=%2Fmy", (await browser.GoAsync("/my")).Next!.PathAndQuery);
        Assert.Equal(OnReceipts, await FoundAsync(person.Email!, name));
        Assert.Empty(await FoundAsync(words));
        foreach (var path in new[] { $"/campaigns/{campaign.Slug}/wall", $"/campaigns/{campaign.Slug}" })
        {
            var shown = (await reader.GoAsync(path)).Main;
            Assert.DoesNotContain(words, shown, StringComparison.Ordinal);
            Assert.DoesNotContain(name, shown, StringComparison.Ordinal);
        }

        var kept = await site.DonationAsync(gift.Token);
        Assert.Equal((gift.AmountMinor, DonationStatus.Paid, gift.PaidAt), (kept.AmountMinor, kept.Status, kept.PaidAt));
        Assert.Equal(HttpStatusCode.OK, (await reader.GoAsync($"/gifts/{gift.Token}")).Status);
        var receipt = await ReceiptAsync(gift.Id);
        Assert.Equal((name, person.Email), (receipt.GiverName, receipt.GiverEmail));
    }

    [Fact]
    public async Task A_guests_address_is_erased_by_its_link()
    {
        var address = Givers.NewAddress();
        var campaign = await DemoCampaign.MakeAsync(site);
        var name = $"Guest {UnguessableToken.Create()}";
        var gift = await site.GiveAsync(campaign, address, name);
        using var browser = site.Browse();
        var form = await browser.GoAsync(site.GuestPage(address) + "/erase");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.SendAsync(form, ("email", ""))).Status);
        Assert.Equal("/my/erased", (await browser.SendAsync(form, ("email", address))).Next?.PathAndQuery);
        await site.UntilQuietAsync();

        Assert.Equal(OnReceipts, await FoundAsync(address, name));
        Assert.Equal("/my/link", (await browser.GoAsync(site.GuestPage(address))).Next?.PathAndQuery);
        Assert.Contains("That address was erased", (await browser.GoAsync("/my/link")).Main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GoAsync(site.GuestPage(address) + "/export")).Status);
        // What comes later is not mailed, and is not tried again and again.
        await site.Stripe.ApiAsync(HttpMethod.Post, "refunds", ("charge", gift.ChargeId!), ("amount", "500"));
        await site.UntilAsync(gift.Token, DonationStatus.PartlyRefunded);
        await site.UntilQuietAsync();
        Assert.Equal(OnReceipts, await FoundAsync(address, name));
    }

    [Fact]
    public async Task An_address_with_an_account_is_erased_from_the_account_alone()
    {
        var person = await site.MakePersonAsync();
        using var browser = site.Browse();

        var answer = await browser.SendAsync(await browser.GoAsync(site.GuestPage(person.Email!) + "/erase"), ("email", person.Email));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(Words.Of("en", Reason.AddressHasAccount), answer.Main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_owner_of_a_public_project_hands_over_first()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var owner = await site.MakeMemberAsync(campaign, OrganisationRole.Owner);
        using var browser = await site.BrowseAsAsync(owner);

        var refused = await browser.GoAsync("/my/erase");
        Assert.Contains(DemoCampaign.PartnerName, refused.Words(".notice"), StringComparison.Ordinal);
        Assert.Null(refused.Html.QuerySelector("form[method=post]"));

        await site.MakeMemberAsync(campaign, OrganisationRole.Owner);
        Assert.Equal("/my/erased", (await browser.SendAsync(await browser.GoAsync("/my/erase"), ("email", owner.Email))).Next?.PathAndQuery);
    }

    private async Task<ReceiptContent> ReceiptAsync(Guid donation)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ReadReceipt>().RunAsync(donation, CancellationToken.None))!;
    }

    /// <summary>Every column of text that holds one of these words, in any table.</summary>
    private Task<List<string>> FoundAsync(params string[] words) => site.InDbAsync(async db =>
    {
        var found = new List<string>();
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            foreach (var column in table.Columns.Where(c => c.StoreType is "TEXT" || c.StoreType.Contains("char", StringComparison.Ordinal)))
            {
                foreach (var word in words)
                {
#pragma warning disable EF1002 // the model's own names
                    var hits = await db.Database.SqlQueryRaw<int>($"SELECT COUNT(*) AS \"Value\" FROM \"{table.Name}\" WHERE LOWER(\"{column.Name}\") LIKE {{0}}", $"%{word.ToLowerInvariant()}%").SingleAsync();
#pragma warning restore EF1002
                    if (hits > 0)
                        found.Add($"{table.Name}.{column.Name}");
                }
            }
        }

        return found.Distinct().Order(StringComparer.Ordinal).ToList();
    });
}
