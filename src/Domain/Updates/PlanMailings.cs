using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Updates;

/// <summary>
/// Plans one mail for every address that an update or a thanks is for, some hundred at a time: each page of mailings and the outbox messages
/// that send them are saved together. Safe to run again from the start at any moment: who has a mailing is passed over, and the database refuses a second.
/// </summary>
public sealed class PlanMailings(SolidarityDb db, TimeProvider clock)
{
    private const int PerPage = 300;

    /// <param name="planned">Called after every page.</param>
    public async Task OfUpdateAsync(Guid updateId, Action planned, CancellationToken cancel)
    {
        var update = await db.Updates.AsNoTracking().SingleAsync(u => u.Id == updateId, cancel);
        switch (update)
        {
            case { Status: not UpdateStatus.Published } or { HiddenAt: not null }:
                break;
            case { Audience: UpdateAudience.Everyone }:
                await FollowersAsync(update, planned, cancel);
                break;
            case { Audience: UpdateAudience.Givers }:
                await GiversAsync(update, planned, cancel);
                break;
            case { Audience: UpdateAudience.MonthlyGivers }:
                // Nobody gives monthly yet.
                break;
        }
    }

    /// <inheritdoc cref="OfUpdateAsync"/>
    public async Task OfThanksAsync(Guid thanksId, Action planned, CancellationToken cancel)
    {
        var thanks = await db.Thanks.AsNoTracking().SingleAsync(t => t.Id == thanksId, cancel);
        await foreach (var gifts in db.GiftPagesAsync(thanks.ProjectId, cancel))
        {
            var lines = gifts.Select(g => g.LineId).ToList();
            var meant = await db.ThankedBy(thanks).Where(l => lines.Contains(l.Id)).Select(l => l.Id).ToListAsync(cancel);
            var readers = gifts.Where(g => meant.Contains(g.LineId))
                .Select(g => (Key: EmailAddress.ToKey(g.Email), Gift: g)).Where(r => r.Key is not null).DistinctBy(r => r.Key)
                .Select(r => new MailReader(r.Key!, r.Gift.Name, r.Gift.Language, null)).ToList();
            if (await PlanAsync(MailingKind.Thanks, thanksId, readers, c => c.Thanks, cancel) > 0)
                planned();
        }
    }

    /// <summary>Those who have no mailing yet, until there are none.</summary>
    private async Task FollowersAsync(Update update, Action planned, CancellationToken cancel)
    {
        while (true)
        {
            var page = await Followers(db, update.ProjectId).Where(f => !db.Mailings.Any(d => d.SubjectId == update.Id && d.Email == f.Email))
                .OrderBy(f => f.Id).Take(PerPage).Select(f => new MailReader(f.Email, null, f.Language, f.Id)).ToListAsync(cancel);
            if (page.Count == 0)
                return;
            await PlanAsync(MailingKind.Update, update.Id, page, c => c.Updates, cancel);
            planned();
        }
    }

    /// <summary>Givers agreed to updates by following: with the gift, or apart from it.</summary>
    private async Task GiversAsync(Update update, Action planned, CancellationToken cancel)
    {
        await foreach (var gifts in db.GiftPagesAsync(update.ProjectId, cancel))
        {
            var addresses = gifts.Select(g => EmailAddress.ToKey(g.Email)).OfType<string>().Distinct().ToList();
            var readers = await Followers(db, update.ProjectId).Where(f => addresses.Contains(f.Email)).Select(f => new MailReader(f.Email, null, f.Language, f.Id)).ToListAsync(cancel);
            if (await PlanAsync(MailingKind.Update, update.Id, readers, c => c.Updates, cancel) > 0)
                planned();
        }
    }

    /// <summary>Those of a project who are mailed its updates now.</summary>
    public static IQueryable<Follow> Followers(SolidarityDb db, Guid projectId) => db.Follows.Active()
        .Where(f => f.ProjectId == projectId && !db.MailChoices.Any(c => c.Email == f.Email && (c.BouncedAt != null || !c.Updates)));

    /// <summary>Those of them who are mailed what is for that audience.</summary>
    public static IQueryable<Follow> Readers(SolidarityDb db, Guid projectId, UpdateAudience audience) => audience switch
    {
        UpdateAudience.Everyone => Followers(db, projectId),
        UpdateAudience.Givers => Followers(db, projectId).Where(f => db.DonationsTo(projectId).Any(d => d.EmailKey == f.Email)),
        // Nobody gives monthly yet.
        _ => db.Follows.Where(f => false),
    };

    private Task<int> PlanAsync(MailingKind kind, Guid subjectId, List<MailReader> readers, Func<MailChoice, bool> wants, CancellationToken cancel) =>
        db.AddMailingsAsync(kind, subjectId, readers, wants, clock.GetUtcNow(), cancel);
}
