using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Meals;
using Solidarity.Domain.People;

namespace Solidarity.Jobs.Records;

/// <summary>Every night: what was kept as long as somebody could need it is dropped. The trail and the books stay.</summary>
public sealed class ForgetTheOld(SolidarityDb db, LimitAttempts limit, Site site, TimeProvider clock) : IJob
{
    /// <summary>Sessions, sign-ins, and what somebody typed into a story without saving it.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <summary>Records of mails; and invitations with their letters, which name who invited as long as those do.</summary>
    private static readonly TimeSpan MailsKept = TimeSpan.FromDays(90);

    private static readonly TimeSpan RunsKept = TimeSpan.FromDays(30);

    /// <summary>Addresses that somebody typed and nobody ever confirmed.</summary>
    private static readonly TimeSpan UnconfirmedKept = TimeSpan.FromDays(30);

    private static readonly TimeSpan Patience = TimeSpan.FromDays(14);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await AccountsAsync(now, cancel);
        await LettersAsync(now, cancel);
        await db.ForgetOldMealReadersAsync(now, site.DayOf(now), cancel);
        var (drafts, runs, unconfirmed) = (now - Kept, now - RunsKept, now - UnconfirmedKept);
        await db.StoryDrafts.Where(d => d.At < drafts).ExecuteDeleteAsync(cancel);
        await db.Follows.Where(f => f.ConfirmedAt == null && f.CreatedAt < unconfirmed).ExecuteDeleteAsync(cancel);
        await db.JobRuns.Where(r => r.EndedAt < runs).ExecuteDeleteAsync(cancel);
    }

    private async Task AccountsAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var before = now - Kept;
        await limit.ClearAsync(cancel);
        await db.SignUps.Where(s => s.ExpiresAt < now).ExecuteDeleteAsync(cancel);
        await db.EmailChanges.Where(c => c.ExpiresAt < now || c.EndedAt != null).ExecuteDeleteAsync(cancel);
        await db.SignIns.Where(s => s.At < before).ExecuteDeleteAsync(cancel);
        await db.Sessions.Where(s => s.ExpiresAt < before || s.EndedAt < before).ExecuteDeleteAsync(cancel);
    }

    private async Task LettersAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var (mails, unsent) = (now - MailsKept, now - Patience);
        await db.MailRecords.Where(m => m.At < mails).ExecuteDeleteAsync(cancel);
        // An invitation leads to the letters that erasing its writer must reach: they go before it, or with it.
        await db.Letters.Where(l => l.Kind == LetterKind.Invitation && l.CreatedAt < mails).ExecuteDeleteAsync(cancel);
        await db.Invitations.Where(i => i.ExpiresAt < mails).ExecuteDeleteAsync(cancel);
        // The last letter to somebody who was erased forgets its address when it is sent; one that never could be, here.
        await db.Letters.Where(l => l.Kind == LetterKind.Erased && l.CreatedAt < unsent && l.To != ErasedAddress.OfLetters)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.To, ErasedAddress.OfLetters), cancel);
    }
}
