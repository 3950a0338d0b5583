using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Messages;

/// <summary>How patient the queues are.</summary>
public sealed class MessageQueueOptions
{
    /// <summary>How long one worker may hold a message before another takes it.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The pause after the first failure, the second, and so on; after the last a person is needed.</summary>
    public IReadOnlyList<TimeSpan> Pauses { get; set; } =
    [
        TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15),
        TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];
}

/// <summary>Takes messages by lease, several at once, on any node, and says how they ended.</summary>
public sealed class MessageQueue<TMessage>(SolidarityDb db, TimeProvider clock, MessageQueueOptions options)
    where TMessage : Message
{
    private const int LongestError = 2000;

    /// <summary>Leases up to <paramref name="most"/> messages that are due, the oldest first.</summary>
    /// <param name="which">Only these; null for all.</param>
    public async Task<List<TMessage>> TakeAsync(int most, CancellationToken cancel, Expression<Func<TMessage, bool>>? which = null)
    {
        var now = clock.GetUtcNow();
        var set = db.Set<TMessage>();
        var found = await (which is null ? set : set.Where(which)).Where(m => (m.State == MessageState.Waiting && m.DueAt <= now) || (m.State == MessageState.Taken && m.LeasedUntil < now))
            .OrderBy(m => m.Id).Take(most).Select(m => new { m.Id, Lost = m.State == MessageState.Taken && m.Attempts > options.Pauses.Count }).ToListAsync(cancel);
        if (found.Exists(m => m.Lost))
            await LeaveLostAsync(now, cancel);
        var due = found.Where(m => !m.Lost).Select(m => m.Id).ToList();
        if (due.Count == 0)
            return [];

        // The condition is asked again by the update: of two nodes that saw the same rows, one gets each.
        Guid? lease = Guid.CreateVersion7(now);
        DateTimeOffset? until = now + options.Lease;
        await set.Where(m => due.Contains(m.Id) && ((m.State == MessageState.Waiting && m.DueAt <= now) || (m.State == MessageState.Taken && m.LeasedUntil < now)))
            .ExecuteUpdateAsync(s => s
                .SetProperty(m => m.State, MessageState.Taken)
                .SetProperty(m => m.Lease, lease)
                .SetProperty(m => m.LeasedUntil, until)
                .SetProperty(m => m.Attempts, m => m.Attempts + 1), cancel);
        return await set.AsNoTracking().Where(m => m.Lease == lease && m.State == MessageState.Taken).OrderBy(m => m.Id).ToListAsync(cancel);
    }

    public async Task DoneAsync(TMessage message, CancellationToken cancel)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        await Held(message).ExecuteUpdateAsync(s => s
            .SetProperty(m => m.State, MessageState.Done)
            .SetProperty(m => m.DoneAt, now)
            .SetProperty(m => m.LastError, (string?)null)
            .SetProperty(m => m.Lease, (Guid?)null), cancel);
    }

    /// <summary>Puts it back for a later try, or leaves it to a person when it has been tried often enough or never can succeed.</summary>
    /// <returns>Where it stands now; <see cref="MessageState.Taken"/> if the lease had run out, and it is another's business.</returns>
    public async Task<MessageState> FailedAsync(TMessage message, string error, CancellationToken cancel)
    {
        var state = message.Attempts > options.Pauses.Count ? MessageState.NeedsPerson : MessageState.Waiting;
        var now = clock.GetUtcNow();
        var due = state == MessageState.Waiting ? now + options.Pauses[Math.Max(message.Attempts, 1) - 1] : now;
        var reason = error.Length > LongestError ? error[..LongestError] : error;
        var changed = await Held(message).ExecuteUpdateAsync(s => s
            .SetProperty(m => m.State, state)
            .SetProperty(m => m.DueAt, due)
            .SetProperty(m => m.LastError, reason)
            .SetProperty(m => m.Lease, (Guid?)null), cancel);
        return changed == 0 ? MessageState.Taken : state;
    }

    /// <summary>A message that ends every worker before it can say "failed" must not be taken for ever.</summary>
    private Task<int> LeaveLostAsync(DateTimeOffset now, CancellationToken cancel) => db.Set<TMessage>()
        .Where(m => m.State == MessageState.Taken && m.LeasedUntil < now && m.Attempts > options.Pauses.Count)
        .ExecuteUpdateAsync(s => s
            .SetProperty(m => m.State, MessageState.NeedsPerson)
            .SetProperty(m => m.LastError, m => m.LastError ?? "No worker that took it came back.")
            .SetProperty(m => m.Lease, (Guid?)null), cancel);

    private IQueryable<TMessage> Held(TMessage message) =>
        db.Set<TMessage>().Where(m => m.Id == message.Id && m.State == MessageState.Taken && m.Lease == message.Lease);
}
