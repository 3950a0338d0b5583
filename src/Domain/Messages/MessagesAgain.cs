using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Messages;

public static class MessagesAgain
{
    /// <summary>Due now, with all their tries before them. The caller says which: none that a worker holds.</summary>
    /// <returns>How many there are.</returns>
    public static Task<int> AgainAsync<TMessage>(this IQueryable<TMessage> messages, DateTimeOffset now, CancellationToken cancel)
        where TMessage : Message => messages.ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, MessageState.Waiting)
            .SetProperty(m => m.Attempts, 0)
            .SetProperty(m => m.DueAt, now)
            .SetProperty(m => m.DoneAt, (DateTimeOffset?)null), cancel);
}
