namespace Solidarity.Domain.Messages;

public enum MessageState { Waiting, Taken, Done, NeedsPerson }

/// <summary>Something to do later, kept until it is done. Moved by <see cref="MessageQueue{TMessage}"/> alone.</summary>
public abstract class Message
{
    public long Id { get; init; }

    /// <summary>Which handler does it: a word such as "transfer", or Stripe's event type.</summary>
    public required string Kind { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public MessageState State { get; set; }

    /// <summary>Not before this time.</summary>
    public required DateTimeOffset DueAt { get; set; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; set; }

    /// <summary>Who holds it; another may take it once <see cref="LeasedUntil"/> has passed.</summary>
    public Guid? Lease { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public string? LastError { get; set; }

    public DateTimeOffset? DoneAt { get; set; }
}

/// <summary>What must happen later because something was saved now; saved in the same database transaction.</summary>
public class OutboxMessage : Message
{
    /// <summary>The row that it is about.</summary>
    public required Guid SubjectId { get; init; }
}

/// <summary>What came in from outside: a Stripe event, verified and stored before anything is done with it.</summary>
public class InboxMessage : Message
{
    /// <summary>Stripe's id of the event (evt_…): unique, so a duplicate changes nothing.</summary>
    public required string EventId { get; init; }

    /// <summary>The Stripe object that the event is about.</summary>
    public required string ObjectId { get; init; }

    /// <summary>The connected account it happened on; null for the platform's own.</summary>
    public string? StripeAccountId { get; init; }
}
