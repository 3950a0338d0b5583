using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.People;

/// <summary>Signs somebody out elsewhere.</summary>
public sealed class EndSessions(SolidarityDb db, TimeProvider clock)
{
    /// <param name="but">The session to leave, or null for none.</param>
    public Task<int> AllAsync(Guid personId, Guid? but, CancellationToken cancel)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return db.Sessions.Where(s => s.PersonId == personId && s.EndedAt == null && s.Id != but).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancel);
    }

    /// <summary>One of that person's own; another's is left as it is.</summary>
    public Task<int> OneAsync(Guid personId, Guid sessionId, CancellationToken cancel)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return db.Sessions.Where(s => s.PersonId == personId && s.Id == sessionId && s.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancel);
    }
}
