using System.Text;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Mails;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Reports;
using Solidarity.Domain.Tests.Reviews;
using Solidarity.Domain.Trail;
using Solidarity.Domain.Updates;

namespace Solidarity.Domain.Tests.People;

public sealed class ErasePersonTests : DatabaseTest
{
    private const string Address = "leaving.person@example.org";

    [Fact]
    public async Task Account_gifts_letters_and_reports_no_longer_lead_to_anybody()
    {
        await Database.CampaignAsync();
        var person = await PersonAsync();
        var paid = await Database.PaidAsync(Clock, Seed.Gift(email: "Leaving.Person@example.org", name: "Leaving Person", message: "Words to forget"));
        var other = await Database.PaidAsync(Clock, Seed.Gift(email: "staying@example.org", name: "Staying"));
        await using (var db = Database.Open())
        {
            var project = await db.Projects.Select(p => p.Id).SingleAsync();
            db.Write(LetterKind.ReportActed, (Address, "Leaving Person"), "en", Clock.Now, "/x", "Words to forget", "Leaving Person");
            db.Reports.Add(new Report
            {
                Id = Guid.NewGuid(),
                Kind = ReportedKind.Message,
                SubjectId = paid.Id,
                ProjectId = project,
                Why = ReportWhy.Other,
                Excerpt = "Words to forget",
                Email = Address,
                Language = "en",
                At = Clock.Now,
            });
            db.SignIns.Add(new SignIn { PersonId = person.Id, At = Clock.Now, Means = SignInMeans.Password, Outcome = SignInOutcome.Succeeded, Address = "192.0.2.77" });
            db.Note("MemberRemoved", null, Clock.Now, subjectId: person.Id, subject: "Leaving Person");
            await db.SaveChangesAsync();
        }

        await EraseAsync(person, Address);

        await using var after = Database.Open();
        var row = await after.People.SingleAsync(p => p.Id == person.Id);
        Assert.Equal(("", null, null, PlatformRole.None, Clock.Now), (row.Name, row.Email, row.PasswordHash, row.PlatformRole, row.ErasedAt));
        var gift = await after.Donations.SingleAsync(d => d.Id == paid.Id);
        Assert.Equal((null, null, ErasedAddress.Of(gift.Id), ErasedAddress.Of(gift.Id)), (gift.Name, gift.Message, gift.Email, gift.EmailKey));
        Assert.Equal((paid.AmountMinor, DonationStatus.Paid, paid.PaidAt), (gift.AmountMinor, gift.Status, gift.PaidAt));
        var receipt = await after.Receipts.SingleAsync(r => r.DonationId == paid.Id);
        Assert.Equal(("Leaving Person", "Leaving.Person@example.org"), (receipt.GiverName, receipt.GiverEmail));
        Assert.Equal("Staying", (await after.Donations.SingleAsync(d => d.Id == other.Id)).Name);
        Assert.Empty(await after.SignIns.ToListAsync());
        var report = await after.Reports.SingleAsync();
        Assert.Equal((null, ""), (report.Email, report.Excerpt));
        var letters = await after.Letters.ToDictionaryAsync(l => l.Kind);
        Assert.Equal((ErasedAddress.OfLetters, null, null, null), (letters[LetterKind.ReportActed].To, letters[LetterKind.ReportActed].ToName, letters[LetterKind.ReportActed].Quote, letters[LetterKind.ReportActed].Link));
        // The one that says that it is done, and forgets it when it is sent.
        Assert.Equal(Address, letters[LetterKind.Erased].To);
        Assert.Equal(person.Id, (await after.Trail.SingleAsync(t => t.Act == "PersonErased")).PersonId);
    }

    [Fact]
    public async Task A_gift_that_is_paid_after_its_giver_was_erased_follows_nobody()
    {
        await Database.CampaignAsync();
        var person = await PersonAsync();
        var started = await Database.StartAsync(Clock, Seed.Gift(email: Address) with { WantsUpdates = true });

        await EraseAsync(person, Address);

        await using var db = Database.Open();
        var gift = await db.Donations.Include(d => d.Lines).ThenInclude(l => l.Campaign).SingleAsync(d => d.Id == started.Id);
        await new FollowByGift(db, Clock).RunAsync(gift, None);
        await db.SaveChangesAsync();
        Assert.Empty(await db.Follows.ToListAsync());
    }

    [Fact]
    public async Task The_trail_forgets_an_address_however_it_was_written_and_drafts_go()
    {
        var person = await PersonAsync();
        var organisation = Seed.Organisation();
        var project = Seed.Draft(organisation);
        await SaveAsync(organisation, project);
        await using (var db = Database.Open())
        {
            await new KeepDraft(db, Clock).RunAsync(project.Id, "en", new StoryWords("Half", "a", null, "thought"), 1, person.Id, None);
            db.Note("MemberInvited", null, Clock.Now, organisation.Id, Guid.NewGuid(), "Leaving.Person@example.org");
            await db.SaveChangesAsync();
        }

        await EraseAsync(person, Address);

        await using var after = Database.Open();
        Assert.Empty(await after.StoryDrafts.ToListAsync());
        Assert.Null((await after.Trail.SingleAsync(t => t.Act == "MemberInvited")).Subject);
    }

    /// <summary>Not in the rows alone: what was deleted is overwritten in the file.</summary>
    [Fact]
    public async Task Nothing_is_left_in_the_file()
    {
        if (!TestDatabase.IsSqlite)
            return;
        await Database.CampaignAsync();
        var person = await PersonAsync();
        await Database.PaidAsync(Clock, Seed.Gift(email: Address, name: "Leaving Person", message: "Words to forget"));

        await EraseAsync(person, Address);

        await using var db = Database.Open();
        // As when the last letter has left, and the years of the receipt are over.
        await db.Letters.ExecuteUpdateAsync(set => set.SetProperty(l => l.To, ErasedAddress.OfLetters));
        await db.Receipts.ExecuteUpdateAsync(set => set.SetProperty(r => r.GiverName, (string?)null).SetProperty(r => r.GiverEmail, (string?)null));
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        var file = db.Database.GetDbConnection().DataSource;
        await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(open, Encoding.Latin1);
        var bytes = await reader.ReadToEndAsync();
        foreach (var word in new[] { Address, "Leaving Person", "Words to forget" })
            Assert.DoesNotContain(word, bytes, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Anybody may call themselves what they like, and be erased under that name.</summary>
    [Fact]
    public async Task A_name_is_taken_out_of_their_own_invitations_and_out_of_nothing_else()
    {
        var (person, organisation) = (await PersonAsync(), Seed.Organisation());
        await SaveAsync(organisation);
        await using (var db = Database.Open())
        {
            await new InviteMember(db, new LimitAttempts(db, Clock), Clock).RunAsync(organisation.Id, "invited@example.org", OrganisationRole.Editor, null, "en", person.Id, None);
            db.Write(LetterKind.ProjectPublished, ("owner@example.org", null), "en", Clock.Now, "/x", null, person.Name);
            db.MailRecords.AddRange(Mail("invited@example.org"), Mail("owner@example.org"));
            await db.SaveChangesAsync();
        }

        await EraseAsync(person, Address);

        await using var after = Database.Open();
        var letters = await after.Letters.ToDictionaryAsync(l => l.Kind, l => l.Args);
        Assert.DoesNotContain("Leaving", letters[LetterKind.Invitation], StringComparison.Ordinal);
        Assert.Contains("Leaving Person", letters[LetterKind.ProjectPublished], StringComparison.Ordinal);
        Assert.Equal([("invited@example.org", ""), ("owner@example.org", "About Leaving Person")], (await after.MailRecords.ToListAsync()).Select(m => (m.To, m.Subject)).Order());

        MailRecord Mail(string to) => new() { MessageId = $"letter-{to}", Kind = "letter", To = to, Subject = "About Leaving Person", Language = "en", At = Clock.Now, Outcome = MailOutcome.Sent };
    }

    [Fact]
    public async Task Another_address_typed_erases_nothing()
    {
        var person = await PersonAsync();
        var refusal = await Assert.ThrowsAsync<Refusal>(() => EraseAsync(person, "other@example.org"));
        Assert.Equal((Reason.AddressNotThis, "email"), (refusal.Problems[0].Reason, refusal.Problems[0].Field));
        await using var db = Database.Open();
        Assert.Equal(Address, (await db.People.SingleAsync()).Email);
    }

    [Fact]
    public async Task Somebody_elses_unconfirmed_claim_erases_no_gift()
    {
        await Database.CampaignAsync();
        var person = await PersonAsync(confirmed: false);
        var gift = await Database.PaidAsync(Clock, Seed.Gift(email: Address));

        await EraseAsync(person, Address);

        await using var db = Database.Open();
        Assert.Equal(Address, (await db.Donations.SingleAsync(d => d.Id == gift.Id)).Email);
    }

    [Theory]
    [InlineData(ProjectStatus.Live, false, true)]
    [InlineData(ProjectStatus.Draft, false, false)]
    [InlineData(ProjectStatus.Live, true, false)]
    public async Task A_public_project_keeps_an_owner(ProjectStatus status, bool secondOwner, bool refused)
    {
        var person = await PersonAsync();
        var organisation = Seed.Organisation();
        await SaveAsync(organisation, status == ProjectStatus.Draft ? Seed.Draft(organisation) : Seed.Project(organisation), Submitted.In(organisation, person, OrganisationRole.Owner));
        if (secondOwner)
        {
            var other = Submitted.Somebody("other");
            await SaveAsync(other, Submitted.In(organisation, other, OrganisationRole.Owner));
        }

        var erasing = EraseAsync(person, Address);

        if (refused)
            Assert.Equal([organisation.Name], (await Assert.ThrowsAsync<Refusal>(() => erasing)).Problems[0].Args);
        else
            await erasing;
    }

    private async Task<Person> PersonAsync(bool confirmed = true)
    {
        var person = Person.New(Address, "Leaving Person", "en", FakeClock.Noon);
        (person.NormalizedEmail, person.NormalizedUserName, person.EmailConfirmed) = (Address.ToUpperInvariant(), person.UserName!.ToUpperInvariant(), confirmed);
        (person.PasswordHash, person.PlatformRole) = ("hash", PlatformRole.Moderator);
        await SaveAsync(person);
        return person;
    }

    private async Task EraseAsync(Person person, string typed)
    {
        await using var db = Database.Open();
        await new ErasePerson(db, new EraseAddress(db, Clock), Clock).RunAsync(person.Id, typed, None);
    }
}
