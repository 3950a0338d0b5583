using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Messages;

/// <summary>The way back for messages that were left to a person, once the person has mended what was wrong.</summary>
public sealed class RetryMessages(SolidarityDb db, TimeProvider clock)
{
    /// <summary>In these an outbox message can be tried again.</summary>
    public static readonly IReadOnlyList<MessageState> Undone = [MessageState.Waiting, MessageState.NeedsPerson];

    /// <summary>In these an inbox message can: webhooks that were done may be done again, for each only asks Stripe how things stand.</summary>
    public static readonly IReadOnlyList<MessageState> NotHeld = [MessageState.Waiting, MessageState.NeedsPerson, MessageState.Done];

    /// <summary>All that need a person.</summary>
    /// <param name="by">Who asked for it, for the trail; null at the command line.</param>
    /// <returns>How many are tried again.</returns>
    public Task<int> RunAsync(CancellationToken cancel, Guid? by = null) => db.InTransactionAsync(async () =>
    {
        var now = clock.GetUtcNow();
        var count = await db.Inbox.Where(m => m.State == MessageState.NeedsPerson).AgainAsync(now, cancel)
            + await db.Outbox.Where(m => m.State == MessageState.NeedsPerson).AgainAsync(now, cancel);
        if (count > 0)
            db.Note("MessagesTriedAgain", by, now, words: count.ToString(CultureInfo.InvariantCulture));
        await db.SaveChangesAsync(cancel);
        return count;
    }, cancel);

    /// <exception cref="Refusal">It is done, or a worker holds it.</exception>
    public Task OutboxAsync(long id, Guid by, CancellationToken cancel) =>
        OneAsync(db.Outbox.Where(m => m.Id == id && Undone.Contains(m.State)), m => m.Kind, by, cancel);

    /// <exception cref="Refusal">A worker holds it.</exception>
    public Task InboxAsync(long id, Guid by, CancellationToken cancel) =>
        OneAsync(db.Inbox.Where(m => m.Id == id && NotHeld.Contains(m.State)), m => $"{m.Kind} {m.EventId}", by, cancel);

    private Task OneAsync<TMessage>(IQueryable<TMessage> one, Func<TMessage, string> name, Guid by, CancellationToken cancel)
        where TMessage : Message => db.InTransactionAsync(async () =>
        {
            var now = clock.GetUtcNow();
            var message = await one.AsNoTracking().SingleOrDefaultAsync(cancel);
            if (message is null || await one.AgainAsync(now, cancel) == 0)
                throw new Refusal(Reason.NothingToTryAgain);
            db.Note("MessageTriedAgain", by, now, subject: name(message), words: message.LastError);
            await db.SaveChangesAsync(cancel);
        }, cancel);
}
