using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.Jobs;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Messages;
using Solidarity.Domain.People;
using Solidarity.Domain.Reports;
using Solidarity.Domain.Updates;
using Solidarity.Jobs;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Records;

namespace Solidarity.App.Tests.Records;

/// <summary>Every kind of what is kept for a time only: a day before its time is over it is there, a day after it is gone, or leads to nobody.</summary>
[Collection(SiteTests.Name)]
public sealed class RetentionTests(SiteFixture site) : IAsyncLifetime
{
    private static readonly Retention Kept = new();

    private readonly DateTimeOffset _now = site.Clock.GetUtcNow();

    private DemoCampaign _campaign = null!;
    private Guid _project;

    public async Task InitializeAsync()
    {
        _campaign = await DemoCampaign.MakeAsync(site);
        _project = await site.InDbAsync(db => db.Campaigns.Where(c => c.Id == _campaign.Id).Select(c => c.ProjectId).SingleAsync());
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Sign_ins_and_sessions()
    {
        var person = await site.MakePersonAsync();
        var (old, young) = (Past(Kept.SignIns), Before(Kept.SignIns));
        await SaveAsync(SignIn(old), SignIn(young), Session(old), Session(young), new SignUp
        {
            Id = Guid.NewGuid(),
            Email = $"{person.Id:N}@example.org",
            NormalizedEmail = $"{person.Id:N}@EXAMPLE.ORG",
            Name = "Never",
            Language = "en",
            TokenHash = SecretHash.Of("x"),
            ExpiresAt = _now.AddDays(-1),
        });
        await ForgetAsync();
        Assert.Equal(1, await site.InDbAsync(db => db.SignIns.CountAsync(s => s.PersonId == person.Id)));
        Assert.Equal(1, await site.InDbAsync(db => db.Sessions.CountAsync(s => s.PersonId == person.Id)));
        Assert.False(await site.InDbAsync(db => db.SignUps.AnyAsync(s => s.Email == $"{person.Id:N}@example.org")));

        SignIn SignIn(DateTimeOffset at) => new() { PersonId = person.Id, At = at, Means = SignInMeans.Password, Outcome = SignInOutcome.Succeeded, Address = "192.0.2.7" };
        PersonSession Session(DateTimeOffset at) => new() { Id = Guid.NewGuid(), PersonId = person.Id, StartedAt = at.AddDays(-1), SeenAt = at, ExpiresAt = at.AddDays(400), EndedAt = at, Strong = false };
    }

    [Fact]
    public async Task Letters_of_every_kind()
    {
        var to = Address();
        await SaveAsync(Letter(LetterKind.ResetPassword, Past(Kept.Mails)), Letter(LetterKind.ReportDismissed, Past(Kept.Mails)), Letter(LetterKind.MyGifts, Before(Kept.Mails)));
        await ForgetAsync();
        Assert.Equal([LetterKind.MyGifts], await site.InDbAsync(db => db.Letters.Where(l => l.To == to).Select(l => l.Kind).ToListAsync()));

        Letter Letter(LetterKind kind, DateTimeOffset at) => new() { Id = Guid.NewGuid(), Kind = kind, To = to, Language = "en", Args = "[]", CreatedAt = at, SentAt = at };
    }

    [Fact]
    public async Task Who_was_mailed_an_update_but_not_how_many_were()
    {
        var subject = Guid.NewGuid();
        var (old, young) = (Mailing(Past(Kept.Mailings)), Mailing(Before(Kept.Mailings)));
        await SaveAsync(old, young);
        await ForgetAsync();
        var rows = await site.InDbAsync(db => db.Mailings.AsNoTracking().Where(m => m.SubjectId == subject).ToDictionaryAsync(m => m.Id));
        Assert.Equal(2, rows.Count);
        Assert.Equal((ErasedAddress.Of(old.Id), null, old.SentAt?.Date), (rows[old.Id].Email, rows[old.Id].Name, rows[old.Id].SentAt?.Date));
        Assert.NotEqual(old.Token, rows[old.Id].Token);
        Assert.Equal((young.Email, young.Name, young.Token), (rows[young.Id].Email, rows[young.Id].Name, rows[young.Id].Token));

        Mailing Mailing(DateTimeOffset at) => new()
        {
            Id = Guid.NewGuid(),
            Kind = MailingKind.Thanks,
            SubjectId = subject,
            Email = Address(),
            Name = "Ann",
            Language = "en",
            Token = UnguessableToken.Create(),
            CreatedAt = at,
            SentAt = at,
        };
    }

    [Fact]
    public async Task Follows_that_ended_or_never_began_once_no_mail_leads_to_them()
    {
        var (ended, lately, never, mailed) = (Follow(Past(Kept.EndedFollows)), Follow(Before(Kept.EndedFollows)), Unconfirmed(Past(Kept.Unconfirmed)), Follow(Past(Kept.EndedFollows)));
        await SaveAsync(ended, lately, never, mailed, new Mailing
        {
            Id = Guid.NewGuid(),
            Kind = MailingKind.Update,
            SubjectId = Guid.NewGuid(),
            Email = mailed.Email,
            Language = "en",
            FollowId = mailed.Id,
            Token = UnguessableToken.Create(),
            CreatedAt = _now.AddDays(-5),
            SentAt = _now,
        });
        await ForgetAsync();
        var left = await site.InDbAsync(db => db.Follows.Where(f => f.ProjectId == _project).Select(f => f.Id).ToListAsync());
        Assert.Equal(new[] { lately.Id, mailed.Id }.Order(), left.Order());
        await site.InDbAsync(db => db.Mailings.Where(m => m.FollowId == mailed.Id).ExecuteUpdateAsync(set => set.SetProperty(m => m.CreatedAt, Past(Kept.Mailings))));
        await ForgetAsync();
        Assert.Equal([lately.Id], await site.InDbAsync(db => db.Follows.Where(f => f.ProjectId == _project).Select(f => f.Id).ToListAsync()));

        Follow Follow(DateTimeOffset end) => New(end.AddDays(-9), end.AddDays(-9), end);
        Follow Unconfirmed(DateTimeOffset at) => New(at, null, null);
        Follow New(DateTimeOffset created, DateTimeOffset? confirmed, DateTimeOffset? end) => new()
        {
            Id = Guid.NewGuid(),
            ProjectId = _project,
            Email = Address(),
            Token = UnguessableToken.Create(),
            Language = "en",
            Source = FollowSource.Form,
            CreatedAt = created,
            ConfirmedAt = confirmed,
            EndedAt = end,
        };
    }

    [Fact]
    public async Task Where_who_reported_wanted_to_hear_of_it_but_not_the_report()
    {
        var (old, young, open) = (Report(Past(Kept.Reports), ReportOutcome.Dismissed), Report(Before(Kept.Reports), ReportOutcome.Acted), Report(null, ReportOutcome.Open));
        await SaveAsync(old, young, open);
        await ForgetAsync();
        var emails = await site.InDbAsync(db => db.Reports.Where(r => r.ProjectId == _project).ToDictionaryAsync(r => r.Id, r => r.Email));
        Assert.Equal((null, young.Email, open.Email), (emails[old.Id], emails[young.Id], emails[open.Id]));

        Report Report(DateTimeOffset? decided, ReportOutcome outcome) => new()
        {
            Id = Guid.NewGuid(),
            Kind = ReportedKind.Project,
            SubjectId = _project,
            ProjectId = _project,
            Why = ReportWhy.Other,
            Excerpt = "Soup",
            Email = Address(),
            Language = "en",
            At = _now.AddYears(-3),
            Outcome = outcome,
            DecidedAt = decided,
        };
    }

    [Fact]
    public async Task Answers_that_were_taken_out_of_sight()
    {
        var author = await site.MakePersonAsync();
        var update = new Update { Id = Guid.NewGuid(), ProjectId = _project, Number = 1, Language = "en", Title = "Soup", Body = "Soup.", AuthorId = author.Id, CreatedAt = _now };
        var (gone, lately, shown) = (Answer(Past(Kept.Reports)), Answer(Before(Kept.Reports)), Answer(null));
        await SaveAsync(update, gone, lately, shown);
        await ForgetAsync();
        var left = await site.InDbAsync(db => db.UpdateAnswers.Where(a => a.UpdateId == update.Id).Select(a => a.Id).ToListAsync());
        Assert.Equal(new[] { lately.Id, shown.Id }.Order(), left.Order());

        UpdateAnswer Answer(DateTimeOffset? hidden) => new() { Id = Guid.NewGuid(), UpdateId = update.Id, Name = "Ann", Words = "Rude", Language = "en", At = _now.AddYears(-3), EmailDigest = SecretHash.Of(Address()), HiddenAt = hidden };
    }

    [Fact]
    public async Task Events_that_are_done_with_and_none_that_needs_a_person()
    {
        var word = $"evt_{Guid.NewGuid():N}";
        await SaveAsync(Event("old", Past(Kept.Events), MessageState.Done), Event("young", Before(Kept.Events), MessageState.Done), Event("stuck", Past(Kept.Events), MessageState.NeedsPerson));
        await ForgetAsync();
        Assert.Equal([word + "stuck", word + "young"], await site.InDbAsync(db => db.Inbox.Where(m => m.EventId.StartsWith(word)).Select(m => m.EventId).OrderBy(e => e).ToListAsync()));
        // What needs a person is shown as unwell to every test after this one.
        await site.InDbAsync(db => db.Inbox.Where(m => m.EventId.StartsWith(word)).ExecuteDeleteAsync());

        InboxMessage Event(string name, DateTimeOffset at, MessageState state) => new() { EventId = word + name, Kind = "charge.succeeded", ObjectId = "ch_1", CreatedAt = at, DueAt = at, DoneAt = at, State = state };
    }

    [Fact]
    public async Task A_night_is_kept_with_how_much_it_forgot()
    {
        await SaveAsync(new SignUp { Id = Guid.NewGuid(), Email = "x@example.org", NormalizedEmail = "X@EXAMPLE.ORG", Name = "Never", Language = "en", TokenHash = SecretHash.Of("y"), ExpiresAt = _now.AddDays(-1) });
        var before = await RunsAsync();
        site.Services.GetRequiredService<IWakeJobs>().Wake<ForgetTheOld>();
        await SiteFixture.EventuallyAsync(async () => (await RunsAsync()).Count > before.Count, "the run is kept");
        Assert.True((await RunsAsync())[^1].Done >= 1);
    }

    [Fact]
    public void Every_job_that_forgets_says_how_much()
    {
        var forgetting = Schedule.All.Select(s => s.Job).Where(j => j.Namespace == typeof(Retention).Namespace);
        Assert.All(forgetting, job => Assert.True(job.IsAssignableTo(typeof(ICountDone)), job.Name));
    }

    private static string Address() => $"{Guid.NewGuid():N}@example.org";

    /// <summary>A day too old.</summary>
    private DateTimeOffset Past(TimeSpan kept) => _now - kept - TimeSpan.FromDays(1);

    /// <summary>A day from its end.</summary>
    private DateTimeOffset Before(TimeSpan kept) => _now - kept + TimeSpan.FromDays(1);

    private Task<List<JobRun>> RunsAsync() => site.InDbAsync(db => db.JobRuns.AsNoTracking().Where(r => r.Job == nameof(ForgetTheOld)).OrderBy(r => r.Id).ToListAsync());

    private Task SaveAsync(params object[] rows) => site.InDbAsync(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    });

    private Task ForgetAsync() => site.WithAsync<ForgetTheOld>(job => job.RunAsync(CancellationToken.None));
}
