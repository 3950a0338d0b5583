using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Trail;
using Solidarity.Domain.Updates;
using Solidarity.Web.My;

namespace Solidarity.App.Tests.My;

/// <summary>Receipts as one archive, and one's data as one file.</summary>
[Collection(SiteTests.Name)]
public sealed class MyFilesTests(SiteFixture site)
{
    [Fact]
    public async Task All_receipts_of_an_address_and_no_other_are_in_the_archive()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var person = await site.MakePersonAsync();
        var gifts = new[] { await site.GiveAsync(campaign, person.Email!), await site.GiveAsync(campaign, person.Email!) };
        await site.GiveAsync(campaign, Givers.NewAddress());
        var ids = gifts.Select(g => g.Id).ToList();
        var numbers = await site.InDbAsync(db => db.Receipts.Where(r => ids.Contains(r.DonationId)).OrderBy(r => r.Number).Select(r => r.Number).ToListAsync());
        using var own = await site.BrowseAsAsync(person);
        using var guest = site.Browse();

        foreach (var bytes in new[] { await own.BytesAsync("/my/receipts.zip"), await guest.BytesAsync(site.GuestPage(person.Email!) + $"/receipts.zip?year={numbers[0][..4]}") })
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            Assert.Equal(numbers.Select(n => $"receipt-{n}.pdf"), zip.Entries.Select(e => e.Name));
            foreach (var entry in zip.Entries)
            {
                using var reader = new StreamReader(await entry.OpenAsync(), Encoding.Latin1);
                Assert.StartsWith("%PDF-", await reader.ReadToEndAsync(), StringComparison.Ordinal);
            }
        }

        using var empty = new ZipArchive(new MemoryStream(await own.BytesAsync("/my/receipts.zip?year=1999")));
        Assert.Empty(empty.Entries);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await own.GoAsync("/my/receipts.zip?year=19%27")).Status);
    }

    [Fact]
    public async Task Unconfirmed_there_is_no_archive()
    {
        var person = await site.MakePersonAsync();
        await site.ConfirmAsync(person, false);
        using var browser = await site.BrowseAsAsync(person);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GoAsync("/my/receipts.zip")).Status);
    }

    [Fact]
    public async Task The_data_of_a_person_are_theirs_alone_and_complete()
    {
        var campaign = await DemoCampaign.MakeAsync(site);
        var person = await site.MakeMemberAsync(campaign, OrganisationRole.Owner);
        var gift = await site.GiveAsync(campaign, person.Email!, message: "Bon appétit à tous !");
        var other = await site.GiveAsync(campaign, Givers.NewAddress(), "Somebody Else");
        await site.InDbAsync(async db =>
        {
            var (key, now) = (EmailAddress.ToKey(person.Email!)!, TimeProvider.System.GetUtcNow());
            var project = await db.Campaigns.Where(c => c.Id == campaign.Id).Select(c => c.Project).SingleAsync();
            var update = new Update { Id = Guid.CreateVersion7(now), ProjectId = project.Id, Number = 7, Language = "en", Title = "Soup", Body = "We cooked.", AuthorId = person.Id, CreatedAt = now };
            db.AddRange(update, Answer(update, key, "Well done"), Answer(update, "other@example.org", "Not mine"));
            db.Add(new Invitation
            {
                Id = Guid.CreateVersion7(now),
                OrganisationId = project.OrganisationId,
                Email = key,
                Role = OrganisationRole.Editor,
                Language = "en",
                Greeting = "Please help",
                InvitedById = person.Id,
                Digest = SecretHash.Of(UnguessableToken.Create()),
                CreatedAt = now,
                ExpiresAt = now,
            });
            (await db.ChoicesAsync([key], CancellationToken.None))[key].Thanks = false;
            db.Note("Published", person.Id, TimeProvider.System.GetUtcNow(), subject: "Meals");
            return await db.SaveChangesAsync();
        });
        using var browser = await site.BrowseAsAsync(person);

        var text = Encoding.UTF8.GetString(await browser.BytesAsync("/my/export"));
        var data = JsonNode.Parse(text)!;

        Assert.Equal(person.Email, (string)data["person"]!["email"]!);
        Assert.Equal("owner", (string)data["memberships"]![0]!["role"]!);
        Assert.NotEmpty(data["sessions"]!.AsArray());
        var exported = Assert.Single(data["gifts"]!.AsArray())!;
        Assert.Equal((gift.Id.ToString(), "paid", 2500L, "EUR"), ((string)exported["id"]!, (string)exported["status"]!, (long)exported["amount"]!, (string)exported["currency"]!));
        Assert.Equal("gift", (string)exported["lines"]![0]!["kind"]!);
        Assert.True(exported["moves"]!.AsArray().Count >= 2);
        Assert.Contains("Bon appétit à tous !", text, StringComparison.Ordinal);
        Assert.Equal("Published", (string)Assert.Single(data["trail"]!.AsArray())!["act"]!);
        var answer = Assert.Single(data["answers"]!.AsArray())!;
        Assert.Equal(("Well done", 7), ((string)answer["words"]!, (int)answer["update"]!));
        Assert.Equal((true, false), ((bool)data["mailChoice"]!["updates"]!, (bool)data["mailChoice"]!["thanks"]!));
        Assert.Equal("Please help", (string)Assert.Single(data["invitations"]!.AsArray())!["greeting"]!);
        Assert.DoesNotContain(other.Id.ToString(), text, StringComparison.Ordinal);
        Assert.DoesNotContain("Somebody Else", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_gets_what_there_is_on_the_address()
    {
        var address = Givers.NewAddress();
        var gift = await site.GiveAsync(await DemoCampaign.MakeAsync(site), address);
        using var browser = site.Browse();

        var data = JsonNode.Parse(await browser.BytesAsync(site.GuestPage(address) + "/export"))!;

        Assert.Null(data["person"]);
        Assert.Equal(gift.Id.ToString(), (string)Assert.Single(data["gifts"]!.AsArray())!["id"]!);
        Assert.Empty(data["trail"]!.AsArray());
    }

    [Fact]
    public async Task Who_reads_slowly_holds_no_connection_to_the_database()
    {
        var person = await site.MakePersonAsync();
        await site.InDbAsync(db =>
        {
            for (var acts = 0; acts < 500; acts++)
                db.Note("Published", person.Id, TimeProvider.System.GetUtcNow(), subject: $"{acts}", words: new string('w', 150));
            return db.SaveChangesAsync();
        });
        await using var scope = site.Services.CreateAsyncScope();
        await using var file = new SlowReader(scope.ServiceProvider.GetRequiredService<SolidarityDb>());

        await scope.ServiceProvider.GetRequiredService<ExportData>().WriteAsync(person.Id, null, file, default);

        Assert.InRange(file.Passed, 4, int.MaxValue);
        Assert.Equal(Enumerable.Range(0, 500).Select(n => $"{n}"), JsonNode.Parse(file.Bytes)!["trail"]!.AsArray().Select(act => (string)act!["subject"]!));
    }

    private static UpdateAnswer Answer(Update update, string key, string words) => new()
    {
        Id = Guid.CreateVersion7(update.CreatedAt),
        UpdateId = update.Id,
        Name = "Somebody",
        Words = words,
        Language = "en",
        At = update.CreatedAt,
        EmailDigest = UpdateAnswer.DigestOf(update.Id, key),
    };
}
