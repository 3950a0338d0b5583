using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Updates;

namespace Solidarity.Domain.Tests.Updates;

public class PlanMailingsTests : DatabaseTest
{
    private Guid _project;
    private Guid _author;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _project = (await Database.CampaignAsync()).ProjectId;
        var author = Posts.Author();
        _author = author.Id;
        await SaveAsync(author);
    }

    [Fact]
    public async Task Who_follows_is_mailed_and_who_does_not_is_not()
    {
        var bounced = MailChoice.New("bounced@example.org");
        bounced.BouncedAt = FakeClock.Noon;
        var none = MailChoice.New("none@example.org");
        none.Updates = false;
        await SaveAsync(
            bounced, none, Posts.Follow(_project, "in@example.org"), Posts.Follow(_project, "asked@example.org", confirmed: false), Posts.Follow(_project, "ended@example.org", endedAt: FakeClock.Noon),
            Posts.Follow(_project, "bounced@example.org"), Posts.Follow(_project, "none@example.org"));
        await PlanAsync(await PublishedAsync());
        Assert.Equal(["in@example.org"], await PlannedAsync());
    }

    [Fact]
    public async Task Planned_again_from_the_start_nobody_has_two()
    {
        await SaveAsync([.. Enumerable.Range(0, 700).Select(i => Posts.Follow(_project, $"f{i}@example.org"))]);
        var update = await PublishedAsync();
        await PlanAsync(update);
        // As after a crash in the middle: some pages are there, others not.
        await SqlAsync($"""DELETE FROM "Outbox" WHERE "Kind" = 'mailing' AND "SubjectId" IN (SELECT "Id" FROM "Mailings" WHERE "Email" LIKE 'f1%')""");
        await SqlAsync($"""DELETE FROM "Mailings" WHERE "Email" LIKE 'f1%'""");
        await PlanAsync(update);
        await PlanAsync(update);
        var planned = await PlannedAsync();
        Assert.Equal(700, planned.Count);
        Assert.Equal(700, planned.Distinct().Count());
        await using var db = Database.Open();
        Assert.Equal(700, await db.Outbox.CountAsync(m => m.Kind == OutboxKinds.Mailing));
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_mail_to_one_address()
    {
        await SaveAsync(Posts.Follow(_project, "in@example.org"));
        var update = await PublishedAsync();
        await PlanAsync(update);
        await RefusesAsync(new Mailing
        {
            Id = Guid.NewGuid(),
            Kind = MailingKind.Update,
            SubjectId = update,
            Email = "in@example.org",
            Language = "en",
            Token = UnguessableToken.Create(),
            CreatedAt = FakeClock.Noon,
        });
    }

    [Fact]
    public async Task What_is_for_givers_goes_to_followers_who_gave_however_they_wrote_their_address()
    {
        await Database.PaidAsync(Clock, Seed.Gift(email: "Ann@Example.org", name: "Ann"));
        await Database.PaidAsync(Clock, Seed.Gift(email: "silent@example.org"));
        await SaveAsync(Posts.Follow(_project, "ann@example.org"), Posts.Follow(_project, "only-follows@example.org"));
        await PlanAsync(await PublishedAsync(UpdateAudience.Givers));
        Assert.Equal(["ann@example.org"], await PlannedAsync());
        await using var db = Database.Open();
        int[] counted = [await CountAsync(UpdateAudience.Everyone), await CountAsync(UpdateAudience.Givers), await CountAsync(UpdateAudience.MonthlyGivers)];
        Assert.Equal([2, 1, 0], counted);

        Task<int> CountAsync(UpdateAudience audience) => PlanMailings.Readers(db, _project, audience).CountAsync();
    }

    [Fact]
    public async Task Who_was_given_everything_back_is_no_giver()
    {
        await Database.PaidAsync(Clock, Seed.Gift(email: "back@example.org"));
        await SqlAsync($"""UPDATE "DonationLines" SET "RefundedMinor" = "AmountMinor" """);
        await SaveAsync(Posts.Follow(_project, "back@example.org"));
        await PlanAsync(await PublishedAsync(UpdateAudience.Givers));
        Assert.Empty(await PlannedAsync());
    }

    [Fact]
    public async Task Monthly_givers_are_nobody_yet()
    {
        await Database.PaidAsync(Clock, Seed.Gift(email: "ann@example.org"));
        await SaveAsync(Posts.Follow(_project, "ann@example.org"));
        await PlanAsync(await PublishedAsync(UpdateAudience.MonthlyGivers));
        Assert.Empty(await PlannedAsync());
    }

    [Fact]
    public async Task All_are_thanked_who_were_not_before_once_each()
    {
        var first = await Database.PaidAsync(Clock, Seed.Gift(email: "first@example.org", formKey: "1"));
        await Database.PaidAsync(Clock, Seed.Gift(email: "Twice@example.org", formKey: "2"));
        await Database.PaidAsync(Clock, Seed.Gift(email: "twice@example.org", formKey: "3"));
        await ThankAsync(first.Lines[0].Id);
        await Assert.ThrowsAsync<Refusal>(() => ThankAsync(first.Lines[0].Id));
        await ThankAsync(null);
        await Assert.ThrowsAsync<Refusal>(() => ThankAsync(null));
        Assert.Equal(["first@example.org", "twice@example.org"], await PlannedAsync());

        Clock.Advance(TimeSpan.FromDays(1));
        await Database.PaidAsync(Clock, Seed.Gift(email: "first@example.org", formKey: "4"));
        await ThankAsync(null);
        Assert.Equal(["first@example.org", "first@example.org", "twice@example.org"], await PlannedAsync());
    }

    private async Task ThankAsync(Guid? line)
    {
        await using var db = Database.Open();
        await new ThankGivers(db, Clock).RunAsync(_project, _author, line, "Thank you.", None);
        var thanks = await db.Outbox.Where(m => m.Kind == OutboxKinds.Thanks).OrderByDescending(m => m.Id).FirstAsync();
        await new PlanMailings(db, Clock).OfThanksAsync(thanks.SubjectId, () => { }, None);
    }

    private async Task<Guid> PublishedAsync(UpdateAudience audience = UpdateAudience.Everyone)
    {
        var update = Posts.Update(_project, _author, audience: audience);
        update.MoveTo(UpdateStatus.Published, FakeClock.Noon);
        await SaveAsync(update);
        return update.Id;
    }

    private async Task PlanAsync(Guid update)
    {
        await using var db = Database.Open();
        await new PlanMailings(db, Clock).OfUpdateAsync(update, () => { }, None);
    }

    private async Task<List<string>> PlannedAsync()
    {
        await using var db = Database.Open();
        return [.. (await db.Mailings.Select(d => d.Email).ToListAsync()).Order(StringComparer.Ordinal)];
    }
}
