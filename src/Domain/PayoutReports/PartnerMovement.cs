using Solidarity.Domain.Partners;

namespace Solidarity.Domain.PayoutReports;

/// <summary>What moved money on a partner's account at Stripe.</summary>
public enum MovementKind
{
    /// <summary>A gift was passed on.</summary>
    Transfer,
    /// <summary>A gift, or a part of it, was taken back.</summary>
    Reversal,
    /// <summary>Stripe sent it to the partner's bank.</summary>
    Payout,
    /// <summary>The bank sent a payout back, or Stripe called it off.</summary>
    Returned,
    /// <summary>Stripe's own fee on the partner's account.</summary>
    Fee,
    /// <summary>Something on the partner's account that this platform did not do.</summary>
    Other,
    /// <summary>What stood as <see cref="Other"/> and turned out to be a transfer or reversal of ours is taken out again.</summary>
    Joined,
}

/// <summary>
/// One line of a partner's statement: what came to its account at Stripe, and what left it. Never changed and never removed, so that a report that was made
/// stays true.
/// </summary>
public class PartnerMovement
{
    public long Id { get; init; }

    public required Guid PartnerId { get; init; }

    public Partner Partner { get; init; } = null!;

    public required MovementKind Kind { get; init; }

    /// <summary>The transfer, reversal, payout or payout item that it stands for; one line of a kind each.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Minor units; positive where it came to the partner.</summary>
    public required long AmountMinor { get; init; }

    public required string CurrencyCode { get; init; }

    /// <summary>When it counts: as <see cref="HappenedAt"/>, unless that day had been reported on before it was known here. Then the first moment after that report.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When it happened at Stripe.</summary>
    public required DateTimeOffset HappenedAt { get; init; }

    /// <summary>Stripe's id of it: tr_…, trr_…, po_…, txn_….</summary>
    public string? StripeId { get; init; }
}

/// <summary>How far a partner's statement is closed, and the last number given to a report of it.</summary>
public class PartnerStatement
{
    public required Guid PartnerId { get; init; }

    public int LastNumber { get; set; }

    /// <summary>Nothing is written before this moment any more; null while there is no report.</summary>
    public DateTimeOffset? ClosedUntil { get; set; }
}
