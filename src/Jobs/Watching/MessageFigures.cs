using System.Diagnostics.Metrics;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Watching;

namespace Solidarity.Jobs.Watching;

/// <summary>Messages of the queues, as each try ends.</summary>
public static class MessageFigures
{
    public const string Inbox = "inbox";
    public const string Outbox = "outbox";
    public const string Mailings = "mailings";

    /// <summary>It is tried again later.</summary>
    public const string Retried = "retried";

    public const string NeedsPerson = "needs_person";

    private const string Done = "done";

    private static readonly Counter<long> Tries = Watch.Meter.CreateCounter<long>("solidarity.messages", "{message}", "Messages taken up, by queue and how the try ended.");

    private static readonly Histogram<double> Wait = Watch.Meter.CreateHistogram(
        "solidarity.message.wait", "s", "From the moment a message was written until it was done, by queue.", advice: Watch.Buckets(0.1, 0.5, 1, 2.5, 5, 15, 60, 300, 3600, 86_400));

    /// <summary>Mailings are outbox messages that go their own way.</summary>
    public static string QueueOf(Message message) => message switch
    {
        InboxMessage => Inbox,
        { Kind: OutboxKinds.Mailing } => Mailings,
        _ => Outbox,
    };

    public static void CountDone(Message message, DateTimeOffset now)
    {
        Count(message, Done);
        Wait.Record(Math.Max(0, (now - message.CreatedAt).TotalSeconds), KeyValuePair.Create<string, object?>("queue", QueueOf(message)));
    }

    public static void CountFailed(Message message, MessageState state) => Count(message, state == MessageState.NeedsPerson ? NeedsPerson : Retried);

    /// <summary>Shows every queue from the start.</summary>
    public static void Begin()
    {
        foreach (var queue in new[] { Inbox, Outbox, Mailings })
        {
            foreach (var outcome in new[] { Done, Retried, NeedsPerson })
                Add(0, queue, outcome);
        }
    }

    private static void Count(Message message, string outcome) => Add(1, QueueOf(message), outcome);

    private static void Add(int count, string queue, string outcome) =>
        Tries.Add(count, KeyValuePair.Create<string, object?>("queue", queue), KeyValuePair.Create<string, object?>("outcome", outcome));
}
