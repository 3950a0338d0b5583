using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Messages;
using Solidarity.Jobs.Watching;

namespace Solidarity.Web.Watching;

/// <summary>How much waits in the queues. By the index on the state: what is done is not looked at, however much that is.</summary>
internal static class QueueRows
{
    public static async Task<IReadOnlyList<QueueFigures>> QueuesAsync(this SolidarityDb db, DateTimeOffset now, CancellationToken cancel) =>
    [
        await FiguresAsync(db.Inbox, MessageFigures.Inbox, now, cancel),
        await FiguresAsync(db.Outbox.Where(m => m.Kind != OutboxKinds.Mailing), MessageFigures.Outbox, now, cancel),
        await FiguresAsync(db.Outbox.Where(m => m.Kind == OutboxKinds.Mailing), MessageFigures.Mailings, now, cancel),
    ];

    private static async Task<QueueFigures> FiguresAsync<TMessage>(IQueryable<TMessage> messages, string queue, DateTimeOffset now, CancellationToken cancel)
        where TMessage : Message
    {
        var states = await messages.Where(m => m.State == MessageState.Waiting || m.State == MessageState.Taken || m.State == MessageState.NeedsPerson).GroupBy(m => m.State)
            .Select(g => new { State = g.Key, Count = g.Count(), Oldest = g.Min(m => m.CreatedAt), Due = g.Min(m => m.DueAt) }).ToListAsync(cancel);
        var waiting = states.Where(s => s.State != MessageState.NeedsPerson).ToList();
        return new QueueFigures(
            queue,
            waiting.Sum(s => s.Count),
            states.Where(s => s.State == MessageState.NeedsPerson).Sum(s => s.Count),
            Since(waiting.Select(s => s.Oldest)),
            Since(waiting.Where(s => s.State == MessageState.Waiting).Select(s => s.Due)));

        TimeSpan Since(IEnumerable<DateTimeOffset> moments) => moments.Select(m => now - m).Append(TimeSpan.Zero).Max();
    }
}
