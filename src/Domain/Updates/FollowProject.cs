using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Letters;

namespace Solidarity.Domain.Updates;

/// <summary>
/// An address asks for a project's updates, says yes by the link that is sent there, and may stop. Whoever asks learns nothing about the
/// address: whether it follows already shows nowhere but in its own mailbox.
/// </summary>
public sealed class FollowProject(SolidarityDb db, TimeProvider clock)
{
    /// <summary>One address gets so many of these letters a day, whoever asks for them.</summary>
    private const int LettersADay = 6;

    private const int LettersLately = 2;

    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(10);

    /// <param name="title">The project's, for the letter.</param>
    /// <exception cref="Refusal">This is no address.</exception>
    public async Task AskAsync(Guid projectId, string title, string? email, string language, CancellationToken cancel)
    {
        var asked = new FormWords();
        var address = asked.Email(email, "email");
        asked.Refuse();
        try
        {
            await BeginAsync(projectId, title, address, language, cancel);
        }
        catch (DbUpdateException)
        {
            // Two clicks: the other request asked.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The address says yes.</summary>
    /// <returns>Null where the link is none of ours.</returns>
    public async Task<Follow?> ConfirmAsync(string token, CancellationToken cancel)
    {
        var follow = await db.Follows.SingleOrDefaultAsync(f => f.Token == token, cancel);
        if (follow is null)
            return null;
        if (!follow.IsActive)
            (follow.ConfirmedAt, follow.EndedAt) = (clock.GetUtcNow(), null);
        var choice = (await db.ChoicesAsync([follow.Email], cancel))[follow.Email];
        // The letter arrived, and was answered.
        (choice.Updates, choice.BouncedAt, choice.BounceReason) = (true, null, null);
        await db.SaveChangesAsync(cancel);
        return follow;
    }

    private async Task BeginAsync(Guid projectId, string title, string address, string language, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var follow = await db.Follows.SingleOrDefaultAsync(f => f.ProjectId == projectId && f.Email == address, cancel);
        var choice = (await db.ChoicesAsync([address], cancel))[address];
        if (follow is { IsActive: true } && choice is { Updates: true, BouncedAt: null })
            return;
        if (follow is null)
        {
            follow = new Follow
            {
                Id = Guid.CreateVersion7(now),
                ProjectId = projectId,
                Email = address,
                Token = UnguessableToken.Create(),
                Language = language,
                Source = FollowSource.Form,
                CreatedAt = now,
            };
            db.Follows.Add(follow);
        }

        if (follow.ConfirmedAt is null)
            follow.Language = language;
        if (!await LettersEnoughAsync(address, now, cancel))
            db.Write(LetterKind.ConfirmFollow, (address, null), language, now, $"/follow/{follow.Token}", null, title);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<bool> LettersEnoughAsync(string address, DateTimeOffset now, CancellationToken cancel)
    {
        var (yesterday, lately) = (now.AddDays(-1), now - Lately);
        var sent = await db.Letters.Where(l => l.To == address && l.Kind == LetterKind.ConfirmFollow && l.CreatedAt > yesterday).Select(l => l.CreatedAt).ToListAsync(cancel);
        return sent.Count >= LettersADay || sent.Count(at => at > lately) >= LettersLately;
    }
}
