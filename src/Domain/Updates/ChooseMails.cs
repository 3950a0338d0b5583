using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Updates;

/// <summary>An address chooses what it gets.</summary>
public sealed class ChooseMails(SolidarityDb db, TimeProvider clock)
{
    /// <param name="wanted">The follows of this address that go on; those of others in the list change nothing.</param>
    /// <returns>False where the token is none of ours.</returns>
    public async Task<bool> RunAsync(string token, bool updates, bool thanks, IReadOnlyCollection<Guid> wanted, CancellationToken cancel)
    {
        var choice = await db.MailChoices.SingleOrDefaultAsync(c => c.Token == token, cancel);
        if (choice is null)
            return false;
        (choice.Updates, choice.Thanks) = (updates, thanks);
        foreach (var follow in await db.Follows.Where(f => f.Email == choice.Email && f.ConfirmedAt != null).ToListAsync(cancel))
            follow.EndedAt = wanted.Contains(follow.Id) ? null : follow.EndedAt ?? clock.GetUtcNow();
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
