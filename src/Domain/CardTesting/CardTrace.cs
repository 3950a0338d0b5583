namespace Solidarity.Domain.CardTesting;

/// <summary>One step of a gift.</summary>
public enum TraceKind
{
    /// <summary>Meals asked for: their places are held from here on.</summary>
    Asked,

    /// <summary>The payment page was opened.</summary>
    Begun,

    /// <summary>The bank said no to a card, or another means of payment.</summary>
    Declined,

    Paid,
}

/// <summary>
/// From where a gift was begun and with which card it was tried, kept for a day: people who try stolen cards are found by it. Neither address nor
/// card can be read from it (<see cref="TraceKey"/>).
/// </summary>
public class CardTrace
{
    public long Id { get; init; }

    public TraceKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null for <see cref="TraceKind.Asked"/>, when there is none yet.</summary>
    public Guid? DonationId { get; init; }

    /// <summary>Keyed hash of the network address.</summary>
    public required string Network { get; init; }

    /// <summary>Keyed hash of the card's fingerprint; null where it is unknown, and for other means of payment.</summary>
    public string? Card { get; init; }

    /// <summary>Of <see cref="TraceKind.Begun"/>: hash of the gift's secret, which this browser alone has. Null once it has opened the way for another gift.</summary>
    public string? Browser { get; init; }

    /// <summary>Stripe's charge: each is noted once.</summary>
    public string? ChargeId { get; init; }

    /// <summary>How many declined payments this counts for, against its address.</summary>
    public int Weight { get; init; }

    /// <summary>Of so little that nobody would miss it: what stolen cards are tried with.</summary>
    public bool Small { get; init; }

    /// <summary>Of <see cref="TraceKind.Asked"/>: how many.</summary>
    public int Meals { get; init; }
}
