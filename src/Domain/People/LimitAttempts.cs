using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.People;

/// <summary>
/// Counts tries over sliding windows, and refuses one too many. Short windows let few pass and long ones not many more, so that whoever goes
/// on has to wait longer and longer. Kept in the database: a restart or a second node forgets nothing.
/// </summary>
public sealed class LimitAttempts(SolidarityDb db, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private static readonly Dictionary<AttemptKind, (int Most, TimeSpan Within)[]> Limits = new()
    {
        [AttemptKind.SignIn] = [(6, TimeSpan.FromMinutes(1)), (12, TimeSpan.FromMinutes(15)), (40, Kept)],
        [AttemptKind.SignInFrom] = [(40, TimeSpan.FromMinutes(5)), (150, TimeSpan.FromHours(1)), (500, Kept)],
        [AttemptKind.Proof] = [(5, TimeSpan.FromMinutes(1)), (10, TimeSpan.FromMinutes(15)), (30, Kept)],
        [AttemptKind.Letter] = [(4, TimeSpan.FromHours(1)), (10, Kept)],
        // A whole course may open its accounts from one library.
        [AttemptKind.LetterFrom] = [(20, TimeSpan.FromMinutes(5)), (60, TimeSpan.FromHours(1)), (200, Kept)],
        // A sheet of another restaurant, by mistake; not a search.
        [AttemptKind.Voucher] = [(60, TimeSpan.FromHours(1)), (200, Kept)],
        [AttemptKind.Question] = [(1, TimeSpan.FromHours(1))],
        [AttemptKind.QuestionFrom] = [(10, TimeSpan.FromMinutes(5)), (40, TimeSpan.FromHours(1))],
        [AttemptKind.LinkFrom] = [(30, TimeSpan.FromMinutes(5)), (100, TimeSpan.FromHours(1))],
    };

    /// <summary>Takes one try. Called before the secret is looked at, so that tries at the same moment count too.</summary>
    /// <param name="subject">Which account, address or person.</param>
    /// <exception cref="Refusal">Too many; {0} is the number of minutes to wait.</exception>
    public async Task TakeAsync(AttemptKind kind, string subject, CancellationToken cancel)
    {
        var key = KeyOf(kind, subject);
        // What is refused is not kept: nobody fills the table.
        await CheckAsync(kind, key, 1, cancel);
        db.Attempts.Add(new Attempt { Key = key, At = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancel);
        await CheckAsync(kind, key, 0, cancel);
    }

    /// <summary>The last one was no guess: it does not count.</summary>
    public Task GiveBackAsync(AttemptKind kind, string subject, CancellationToken cancel)
    {
        var key = KeyOf(kind, subject);
        return db.Attempts.Where(a => db.Attempts.Where(o => o.Key == key).Max(o => (long?)o.Id) == a.Id).ExecuteDeleteAsync(cancel);
    }

    /// <summary>It was really them: what they mistyped before is forgotten.</summary>
    public Task ForgetAsync(AttemptKind kind, string subject, CancellationToken cancel)
    {
        var key = KeyOf(kind, subject);
        return db.Attempts.Where(a => a.Key == key).ExecuteDeleteAsync(cancel);
    }

    /// <summary>For the night: what counts no more.</summary>
    public Task<int> ClearAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow() - Kept;
        return db.Attempts.Where(a => a.At < before).ExecuteDeleteAsync(cancel);
    }

    private async Task CheckAsync(AttemptKind kind, string key, int more, CancellationToken cancel)
    {
        var (now, wait) = (clock.GetUtcNow(), TimeSpan.Zero);
        foreach (var (most, within) in Limits[kind])
        {
            var since = now - within;
            var recent = db.Attempts.Where(a => a.Key == key && a.At > since);
            if (await recent.CountAsync(cancel) + more <= most)
                continue;
            var oldest = await recent.OrderByDescending(a => a.At).Skip(most - 1).Select(a => a.At).FirstAsync(cancel);
            wait = TimeSpan.FromTicks(Math.Max(wait.Ticks, (oldest + within - now).Ticks));
        }

        if (wait > TimeSpan.Zero)
            throw new Refusal(Reason.TooManyAttempts, null, (int)Math.Ceiling(wait.TotalMinutes));
    }

    private static string KeyOf(AttemptKind kind, string subject) => SecretHash.Of($"{kind}:{subject}");
}
