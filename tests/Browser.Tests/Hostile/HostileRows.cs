using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Jobs;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Mails;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.People;
using Solidarity.Domain.Pictures;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Reports;
using Solidarity.Domain.Reviews;
using Solidarity.Domain.Settings;
using Solidarity.Domain.Trail;
using Solidarity.Domain.Updates;

namespace Solidarity.Browser.Tests.Hostile;

/// <summary>One row at least of everything that people write and the demo data lacks, around the project of the demo's owner. The words come later.</summary>
internal sealed class HostileRows(SolidarityDb db)
{
    private static readonly HashSet<LetterKind> WithoutLink =
    [
        LetterKind.ReportActed, LetterKind.ReportedProjectSuspended, LetterKind.ReportedUpdateRemoved, LetterKind.ReportedAnswerRemoved, LetterKind.ReportDismissed,
        LetterKind.EmailChanged, LetterKind.MemberRemoved, LetterKind.AccountClosed, LetterKind.Erased,
    ];

    private const string Words = "x";
    private const string Address = "somebody@mail.example";

    /// <summary>Of the invitation's link.</summary>
    public static string Invitation { get; } = UnguessableToken.Create();

    /// <summary>Of the link that confirms a follower.</summary>
    public static string Follow { get; } = UnguessableToken.Create();

    /// <summary>Of the page where mails are chosen.</summary>
    public static string Choices { get; } = UnguessableToken.Create();

    /// <summary>Of a wish on the waiting list of the hostile programme.</summary>
    public static string Waiting { get; } = UnguessableToken.Create();

    /// <summary>Slug of the restaurant that <see cref="DemoPeople.Restaurant"/> runs.</summary>
    public const string Kitchen = "chez-fatiha";

    /// <summary>Slug of a project that nobody published.</summary>
    public const string Draft = "a-hostile-draft";

    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();
    private Project _project = null!;
    private Campaign _campaign = null!;
    private Person _owner = null!;
    private Person _moderator = null!;

    public async Task WriteAsync()
    {
        _owner = await db.People.SingleAsync(p => p.Email == "owner@demo.example");
        _moderator = await db.People.SingleAsync(p => p.Email == "moderator@demo.example");
        var organisation = await db.Memberships.Where(m => m.PersonId == _owner.Id).Select(m => m.OrganisationId).SingleAsync();
        _project = await db.Projects.FirstAsync(p => p.OrganisationId == organisation);
        _campaign = await db.Campaigns.FirstAsync(c => c.ProjectId == _project.Id);
        WriteProject();
        WriteUpdates();
        WriteDecisions();
        WriteLetters();
        WriteRecords();
        var programme = await db.WriteProgrammeAsync(_project.Id, organisation, _now);
        db.Add(new MealWaiting { Id = NewId(), CampaignId = programme, Email = Address, Token = Waiting, Language = "en", Count = 2, CreatedAt = _now });
        var paid = await db.DonationLines.Where(l => l.CampaignId == _campaign.Id && l.PaidTransactionId != null).OrderBy(l => l.Id).FirstAsync();
        db.RefundOrders.Add(new RefundOrder { Id = NewId(), DonationId = paid.DonationId, AmountMinor = 1, Why = Words, OrderedById = _owner.Id, CreatedAt = _now, RefusedBecause = Words, EndedAt = _now });
        db.Add(new Dedication { DonationId = paid.DonationId, Honoured = Words, Words = Words, ShownOnWall = true });
        db.Settings(_owner.Id, _now);
        await WriteMealsAsync();
        var kitchen = await db.Organisations.Where(o => o.Slug == Kitchen).Select(o => o.Id).SingleAsync();
        var cook = await db.MealPartners.Where(c => c.Partner.OrganisationId == kitchen).OrderBy(c => c.Id).FirstAsync();
        var waits = await db.MealVouchers.Waiting().OrderBy(v => v.Id).FirstAsync();
        waits.Reassign(cook.Id, waits.CareSiteId, _now, "test");
        // Whichever day of the week it is, something is planned, and can be called off.
        var number = 1 + (await db.MealDeliveries.Where(d => d.MealPartnerId == cook.Id).MaxAsync(d => (int?)d.Number) ?? 0);
        db.Add(new MealDelivery
        {
            Id = NewId(),
            Number = number,
            MealPartnerId = cook.Id,
            CareSiteId = waits.CareSiteId,
            Token = UnguessableToken.Create(),
            Day = DateOnly.FromDateTime(_now.UtcDateTime).AddDays(1),
            From = new TimeOnly(18, 0),
            Until = new TimeOnly(19, 0),
            Count = 1,
            PlannedAt = _now,
        });
        db.Add(new CounterSheet { Id = NewId(), OrganisationId = kitchen, Number = 1, Day = DateOnly.FromDateTime(_now.UtcDateTime), MadeById = _owner.Id, MadeAt = _now });
        await db.SaveChangesAsync();
    }

    private void WriteProject()
    {
        db.Add(new Project { Id = NewId(), OrganisationId = _project.OrganisationId, Slug = Draft, Title = Words, Summary = Words, Language = "en", Place = Words, Story = Words });
        foreach (var language in Languages.All)
        {
            for (var number = 1; number <= 2; number++)
            {
                db.Add(new StoryVersion { Id = NewId(), ProjectId = _project.Id, Language = language, Number = number, Title = Words, Summary = Words, Place = Words, Story = Words, ById = _owner.Id, At = _now, BasedOn = number - 1, Aside = number == 2 });
            }

            db.Add(new StoryDraft { ProjectId = _project.Id, Language = language, PersonId = _owner.Id, Title = Words, Summary = Words, Place = Words, Story = Words, BasedOn = 1, At = _now });
            if (language != _project.Language)
                db.Add(new ProjectTranslation { ProjectId = _project.Id, Language = language, Title = Words, Summary = Words, Place = Words, Story = Words, Number = 1, PublishedAt = _now });
        }

        for (var position = 0; position < 2; position++)
        {
            db.Add(new ProjectQuestion { Id = NewId(), ProjectId = _project.Id, Position = position, Question = Words, Answer = Words });
            db.Add(new ProjectPerson { Id = NewId(), ProjectId = _project.Id, Position = position, Name = Words, Part = Words });
            db.Add(new CampaignNeed { Id = NewId(), CampaignId = _campaign.Id, Position = position, Title = Words, Detail = Words, AmountMinor = 100, Required = position == 0 });
            db.Add(new CampaignAddition { Id = NewId(), CampaignId = _campaign.Id, At = _now, ById = _owner.Id, Text = Words });
        }

        db.Add(new Picture { Id = NewId(), Token = UnguessableToken.Create(), OrganisationId = _project.OrganisationId, UploadedById = _owner.Id, Alt = Words, Width = 320, Height = 200, Bytes = 1, Widths = "320", CreatedAt = _now });
        db.Add(new Invitation { Id = NewId(), OrganisationId = _project.OrganisationId, Email = Address, Role = OrganisationRole.Editor, Language = "en", Greeting = Words, InvitedById = _owner.Id, Digest = SecretHash.Of(Invitation), CreatedAt = _now, ExpiresAt = _now.AddDays(1) });
    }

    /// <summary>An update for each payload, the first with all of them and with answers; it goes to a follower by mail.</summary>
    private void WriteUpdates()
    {
        var first = Guid.Empty;
        for (var number = 1; number <= Payloads.All.Count + 3; number++)
        {
            var update = new Update { Id = NewId(), ProjectId = _project.Id, Number = 1000 + number, Language = "en", Title = Words, Body = Words, AuthorId = _owner.Id, CreatedAt = _now };
            if (number <= Payloads.All.Count + 1)
                update.MoveTo(UpdateStatus.Published, _now.AddMinutes(-number));
            else if (number == Payloads.All.Count + 2)
                update.MoveTo(UpdateStatus.Scheduled, _now.AddDays(number));
            first = number == 1 ? update.Id : first;
            db.Add(update);
        }

        for (var answer = 0; answer < 2; answer++)
            db.Add(new UpdateAnswer { Id = NewId(), UpdateId = first, Name = Words, Words = Words, Language = "en", At = _now, EmailDigest = new string('0', 64) });
        db.Add(new Follow { Id = NewId(), ProjectId = _project.Id, Email = Address, Token = UnguessableToken.Create(), Language = "en", Source = FollowSource.Form, CreatedAt = _now, ConfirmedAt = _now });
        db.Add(new Follow { Id = NewId(), ProjectId = _project.Id, Email = "another@mail.example", Token = Follow, Language = "en", Source = FollowSource.Form, CreatedAt = _now });
        db.Add(new MailChoice { Email = Address, Token = Choices });
        db.Add(new MailChoice { Email = "gone@mail.example", Token = UnguessableToken.Create(), BouncedAt = _now, BounceReason = Words });
        db.Send(OutboxKinds.PublishUpdate, first, _now);
        var thanks = new Thanks { Id = NewId(), ProjectId = _project.Id, ById = _owner.Id, At = _now, Words = Words };
        db.Add(thanks);
        db.Send(OutboxKinds.Thanks, thanks.Id, _now);
    }

    private void WriteDecisions()
    {
        db.Add(new Review { Id = NewId(), ProjectId = _project.Id, SubmittedById = _owner.Id, SubmittedAt = _now, Note = Words, Outcome = ReviewOutcome.SentBack, DecidedById = _moderator.Id, DecidedAt = _now, Reasons = Words });
        db.Add(new Review { Id = NewId(), ProjectId = _project.Id, SubmittedById = _owner.Id, SubmittedAt = _now, Note = Words });
        foreach (var outcome in new[] { ReportOutcome.Open, ReportOutcome.Acted })
        {
            db.Add(new Report { Id = NewId(), Kind = ReportedKind.Project, SubjectId = _project.Id, ProjectId = _project.Id, Why = ReportWhy.Other, Words = Words, Excerpt = Words, Email = Address, Language = "en", At = _now, Outcome = outcome, Reasons = outcome == ReportOutcome.Open ? null : Words });
        }

        db.Note("ReportActed", _owner.Id, _now, _project.OrganisationId, _project.Id, Words, Words);
        db.Note("Suspended", _owner.Id, _now, _project.OrganisationId, _project.Id, Words, Words);
    }

    /// <summary>What wards wrote: a problem that somebody settled, one that is open, thanks to be looked at and thanks that all may read.</summary>
    private async Task WriteMealsAsync()
    {
        var answered = await db.MealDeliveries.Include(d => d.MealPartner).Where(d => d.AnsweredAt != null && d.Arrived > 0 && !db.MealThanks.Any(t => t.DeliveryId == d.Id)).OrderBy(d => d.Id).Take(4).ToListAsync();
        foreach (var (delivery, i) in answered.Select((d, i) => (d, i)))
        {
            db.Entry(delivery).Property(d => d.Status).CurrentValue = DeliveryStatus.Shortage;
            db.Entry(delivery).Property(d => d.Problem).CurrentValue = Words;
            db.Entry(delivery).Property(d => d.SettledAt).CurrentValue = i < 2 ? _now : null;
            db.Entry(delivery).Property(d => d.Settlement).CurrentValue = i < 2 ? Words : null;
            var thanks = new MealThanks { Id = NewId(), DeliveryId = delivery.Id, CampaignId = delivery.MealPartner.CampaignId, Words = Words, Language = "fr", WrittenAt = _now };
            if (i > 0)
                thanks.MoveTo(MealThanksStatus.Shown, _moderator.Id, _now);
            db.Add(thanks);
            if (i > 0)
                db.Send(OutboxKinds.MealThanks, thanks.Id, _now);
        }
    }

    private void WriteLetters()
    {
        foreach (var kind in Enum.GetValues<LetterKind>())
            db.Write(kind, (Address, Words), Languages.All[(int)kind % Languages.All.Count], _now, WithoutLink.Contains(kind) ? null : "/projects", Words, Words, Words, Words, Words, Words);
    }

    private void WriteRecords()
    {
        db.Add(new JobRun { Job = "VerifyBooks", Node = Words, StartedAt = _now, EndedAt = _now, Outcome = JobOutcome.Failed, Error = Words });
        db.Add(new MailRecord { MessageId = "letter-x@mail.example", Kind = "letter", To = Address, Subject = Words, Language = "en", At = _now, Outcome = MailOutcome.Failed, Error = Words });
        db.Add(new OutboxMessage { Kind = OutboxKinds.Letter, SubjectId = NewId(), CreatedAt = _now, DueAt = _now, State = MessageState.NeedsPerson, Attempts = 9, LastError = Words });
        db.Add(new SignIn { PersonId = _owner.Id, At = _now, Means = SignInMeans.Password, Outcome = SignInOutcome.Refused, Browser = Words });
        db.Add(new PersonSession { Id = NewId(), PersonId = _owner.Id, StartedAt = _now, SeenAt = _now, ExpiresAt = _now.AddDays(1), Strong = false, Browser = Words });
        db.Add(new SignUp { Id = NewId(), Email = Address, NormalizedEmail = Address.ToUpperInvariant(), Name = Words, Language = "en", TokenHash = new string('0', SecretHash.Length), ExpiresAt = _now.AddDays(1) });
    }

    private static Guid NewId() => Guid.CreateVersion7();
}

file static class Rows
{
    /// <summary>The site's own words, which administrators write.</summary>
    public static void Settings(this SolidarityDb db, Guid by, DateTimeOffset now)
    {
        var texts = Languages.All.ToDictionary(language => language, _ => Payloads.Text);
        db.Add(new SettingsVersion { Id = 1, At = now, ById = by, Json = new SiteSettings { Legal = texts, Privacy = texts }.ToJson() });
        db.Add(new SettingsVersion { Id = 2, At = now, ById = by, Json = new SiteSettings { Name = Payloads.Line, Legal = texts, Privacy = texts }.ToJson() });
    }
}
