namespace Solidarity.Domain.Donations;

public enum DonationStatus { Started, Processing, Paid, PartlyRefunded, Refunded, Disputed, Lost, Failed, Expired }

/// <summary>One move of a donation, or something worth telling the giver that left it where it was (a declined card). Kept for good.</summary>
public class DonationMove
{
    /// <summary>Begins <see cref="By"/> where a dispute about a part of the donation was lost.</summary>
    public const string LostPart = "lost:";

    /// <summary>What a card was declined by begins so; the charge follows.</summary>
    public const string Declined = "declined:";

    /// <summary>What <see cref="By"/> says of a gift that somebody began.</summary>
    public const string Giver = "giver";

    public long Id { get; init; }

    public required Guid DonationId { get; init; }

    public required DonationStatus From { get; init; }

    public required DonationStatus To { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What moved it: the giver, or the Stripe object that says so.</summary>
    public required string By { get; init; }
}

/// <summary>
/// Every move a donation can make; nothing else sets its state. Only what Stripe says moves it, never a browser that comes back.
/// </summary>
public static class DonationStates
{
    private static readonly HashSet<(DonationStatus From, DonationStatus To)> Moves =
    [
        (DonationStatus.Started, DonationStatus.Processing),
        (DonationStatus.Started, DonationStatus.Paid),
        (DonationStatus.Started, DonationStatus.Failed),
        (DonationStatus.Started, DonationStatus.Expired),
        (DonationStatus.Processing, DonationStatus.Paid),
        (DonationStatus.Processing, DonationStatus.Failed),
        (DonationStatus.Paid, DonationStatus.PartlyRefunded),
        (DonationStatus.Paid, DonationStatus.Refunded),
        (DonationStatus.Paid, DonationStatus.Disputed),
        (DonationStatus.PartlyRefunded, DonationStatus.PartlyRefunded), // another part of it
        (DonationStatus.PartlyRefunded, DonationStatus.Refunded),
        // The refund failed: the giver's bank could not take the money.
        (DonationStatus.Refunded, DonationStatus.Paid),
        (DonationStatus.Refunded, DonationStatus.PartlyRefunded),
        (DonationStatus.PartlyRefunded, DonationStatus.Paid),
        (DonationStatus.PartlyRefunded, DonationStatus.Disputed),
        (DonationStatus.Disputed, DonationStatus.Paid),
        (DonationStatus.Disputed, DonationStatus.PartlyRefunded),
        (DonationStatus.Disputed, DonationStatus.Refunded),
        (DonationStatus.Disputed, DonationStatus.Lost),
    ];

    public static bool Allows(DonationStatus from, DonationStatus to) => Moves.Contains((from, to));

    /// <summary>Nothing has been decided yet.</summary>
    public static bool IsOpen(this DonationStatus status) => status is DonationStatus.Started or DonationStatus.Processing;

    /// <param name="at">When we heard of it.</param>
    /// <param name="happenedAt">When it happened by Stripe's clock: a gift paid on the last evening of a year belongs to that year, whenever we hear of it.</param>
    /// <exception cref="Refusal">There is no such move.</exception>
    public static void MoveTo(this Donation donation, DonationStatus to, DateTimeOffset at, string by, DateTimeOffset? happenedAt = null)
    {
        if (!Allows(donation.Status, to))
            throw new Refusal(Reason.MoveNotAllowed);
        donation.Note(to, at, by);
        donation.Status = to;
        if (to == DonationStatus.Paid)
            donation.PaidAt ??= happenedAt ?? at;
        if (to is DonationStatus.Failed or DonationStatus.Expired)
            donation.FormKey = null;
        if (to != DonationStatus.Started)
            donation.CheckoutUrl = null;
    }

    /// <summary>Keeps that an attempt to pay was declined; the donation stays where it is.</summary>
    public static void NoteDeclined(this Donation donation, DateTimeOffset at, string by)
    {
        if (donation.Moves.All(move => move.By != by))
            donation.Note(donation.Status, at, by);
    }

    private static void Note(this Donation donation, DonationStatus to, DateTimeOffset at, string by) =>
        donation.Moves.Add(new DonationMove { DonationId = donation.Id, From = donation.Status, To = to, At = at, By = by });
}
