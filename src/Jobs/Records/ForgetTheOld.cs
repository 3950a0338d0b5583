using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Solidarity.Domain;
using Solidarity.Domain.CardTesting;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Messages;
using Solidarity.Domain.People;
using Solidarity.Domain.Reports;
using Solidarity.Domain.Updates;
using Solidarity.Jobs.Engine;

namespace Solidarity.Jobs.Records;

/// <summary>Every night: what was kept as long as somebody could need it is dropped, some hundred rows at a time. The trail and the books stay.</summary>
public sealed class ForgetTheOld(SolidarityDb db, LimitAttempts limit, TraceGift traces, Retention retention, Site site, TimeProvider clock, ILogger<ForgetTheOld> log) : ICountDone
{
    private const int AtOnce = 500;

    /// <summary>For letters that could not be sent.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(14);

    /// <summary>Rows that were dropped, or lost their reader, in this run.</summary>
    public int Done { get; private set; }

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await AccountsAsync(now, cancel);
        await LettersAsync(now, cancel);
        await db.ForgetOldMealReadersAsync(now, site.DayOf(now), cancel);
        await ReadersAsync(now, cancel);
        await ReportsAsync(now - retention.Reports, cancel);
        var (drafts, runs, events) = (now - retention.Drafts, now - retention.Runs, now - retention.Events);
        Say("drafts", await db.StoryDrafts.Where(d => d.At < drafts).ExecuteDeleteAsync(cancel));
        Say("events", await DropAsync(db.Inbox.Where(m => m.State == MessageState.Done && m.DoneAt < events).OrderBy(m => m.Id), cancel));
        Say("runs of jobs", await DropAsync(db.JobRuns.Where(r => r.EndedAt < runs).OrderBy(r => r.Id), cancel));
    }

    private async Task AccountsAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var before = now - retention.SignIns;
        Say("attempts", await limit.ClearAsync(cancel));
        Say("traces of cards", await traces.ClearAsync(cancel));
        Say("sign-ups", await DropAsync(db.SignUps.Where(s => s.ExpiresAt < now).OrderBy(s => s.Id), cancel));
        Say("changes of address", await DropAsync(db.EmailChanges.Where(c => c.ExpiresAt < now || c.EndedAt != null).OrderBy(c => c.Id), cancel));
        Say("sign-ins", await DropAsync(db.SignIns.Where(s => s.At < before).OrderBy(s => s.Id), cancel));
        Say("sessions", await DropAsync(db.Sessions.Where(s => s.ExpiresAt < before || s.EndedAt < before).OrderBy(s => s.Id), cancel));
    }

    private async Task LettersAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var (mails, unsent) = (now - retention.Mails, now - Patience);
        Say("records of mails", await DropAsync(db.MailRecords.Where(m => m.At < mails).OrderBy(m => m.Id), cancel));
        // An invitation leads to the letters that erasing its writer must reach: they go before it, or with it. One that waits for a person is not sent any more.
        Say("letters", await DropAsync(db.Letters.Where(l => l.CreatedAt < mails).OrderBy(l => l.Id), cancel));
        Say("invitations", await DropAsync(db.Invitations.Where(i => i.ExpiresAt < mails).OrderBy(i => i.Id), cancel));
        // The last letter to somebody who was erased forgets its address when it is sent; one that never could be, here.
        await db.Letters.Where(l => l.Kind == LetterKind.Erased && l.CreatedAt < unsent && l.To != ErasedAddress.OfLetters)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.To, ErasedAddress.OfLetters), cancel);
    }

    private async Task ReadersAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var (mailings, ended, unconfirmed) = (now - retention.Mailings, now - retention.EndedFollows, now - retention.Unconfirmed);
        Say("readers of mailings", await db.ForgetReadersAsync(mailings, AtOnce, cancel));
        // A link in a mail that went to a follower ends the follow, as long as the mailing is known.
        Say("follows", await DropAsync(db.Follows.Where(f => (f.ConfirmedAt == null && f.CreatedAt < unconfirmed) || f.EndedAt < ended)
            .Where(f => !db.Mailings.Any(m => m.FollowId == f.Id)).OrderBy(f => f.Id), cancel));
    }

    private async Task ReportsAsync(DateTimeOffset before, CancellationToken cancel)
    {
        Say("reporters", await db.Reports.Where(r => r.Email != null && r.Outcome != ReportOutcome.Open && r.DecidedAt < before)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Email, (string?)null), cancel));
        var hidden = db.UpdateAnswers.Where(a => a.HiddenAt < before);
        await db.Reports.Where(r => r.Kind == ReportedKind.Answer && hidden.Any(a => a.Id == r.SubjectId)).ExecuteUpdateAsync(set => set.SetProperty(r => r.Excerpt, ""), cancel);
        Say("hidden answers", await DropAsync(hidden.OrderBy(a => a.Id), cancel));
    }

    /// <summary>Never so many at once that somebody who gives must wait.</summary>
    private static async Task<int> DropAsync<T>(IOrderedQueryable<T> which, CancellationToken cancel)
    {
        var all = 0;
        for (var dropped = AtOnce; dropped == AtOnce; all += dropped)
            dropped = await which.Take(AtOnce).ExecuteDeleteAsync(cancel);
        return all;
    }

    private void Say(string what, int count)
    {
        Done += count;
        if (count > 0)
            log.LogInformation("Forgot {Count} {What}.", count, what);
    }
}
