using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Messages;

/// <summary>The way back for messages that were left to a person, once the person has mended what was wrong.</summary>
public sealed class RetryMessages(SolidarityDb db, TimeProvider clock)
{
    /// <returns>How many are tried again.</returns>
    public async Task<int> RunAsync(CancellationToken cancel) => await AgainAsync<InboxMessage>(cancel) + await AgainAsync<OutboxMessage>(cancel);

    private Task<int> AgainAsync<TMessage>(CancellationToken cancel)
        where TMessage : Message
    {
        var now = clock.GetUtcNow();
        return db.Set<TMessage>().Where(m => m.State == MessageState.NeedsPerson).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, MessageState.Waiting)
            .SetProperty(m => m.Attempts, 0)
            .SetProperty(m => m.DueAt, now), cancel);
    }
}
