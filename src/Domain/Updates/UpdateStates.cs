namespace Solidarity.Domain.Updates;

public enum UpdateStatus { Draft, Scheduled, Published }

/// <summary>Every move an update can make; nothing else sets its state. Who moved it is in the organisation's trail.</summary>
public static class UpdateStates
{
    private static readonly HashSet<(UpdateStatus From, UpdateStatus To)> Moves =
    [
        (UpdateStatus.Draft, UpdateStatus.Scheduled),
        (UpdateStatus.Scheduled, UpdateStatus.Scheduled), // another hour
        (UpdateStatus.Scheduled, UpdateStatus.Draft),
        (UpdateStatus.Draft, UpdateStatus.Published),
        (UpdateStatus.Scheduled, UpdateStatus.Published),
    ];

    public static bool Allows(UpdateStatus from, UpdateStatus to) => Moves.Contains((from, to));

    /// <param name="at">When it is published, or is to be; without meaning for a draft.</param>
    /// <exception cref="Refusal">There is no such move: what was published stays so.</exception>
    public static void MoveTo(this Update update, UpdateStatus to, DateTimeOffset at)
    {
        if (!Allows(update.Status, to))
            throw new Refusal(Reason.MoveNotAllowed);
        update.Status = to;
        update.PublishAt = to == UpdateStatus.Scheduled ? at : null;
        update.PublishedAt = to == UpdateStatus.Published ? at : null;
    }
}
