using Solidarity.Domain.Campaigns;

namespace Solidarity.Domain.Donations;

public enum LineKind
{
    /// <summary>For a campaign.</summary>
    Gift,
    /// <summary>Added by the giver so that Stripe's fee does not come out of the gift. For the same campaign.</summary>
    Fees,
    /// <summary>For the platform.</summary>
    Tip,
}

/// <summary>One part of a donation: what it is for.</summary>
public class DonationLine
{
    public required Guid Id { get; init; }

    public required Guid DonationId { get; init; }

    public Donation Donation { get; init; } = null!;

    public required LineKind Kind { get; init; }

    /// <summary>Null for a tip.</summary>
    public Guid? CampaignId { get; init; }

    public Campaign? Campaign { get; init; }

    public required long AmountMinor { get; init; }

    public long RefundedMinor { get; set; }

    /// <summary>
    /// The ledger transaction in which this line was paid, null before. It also orders the campaign's wall,
    /// where it stands only while the gift has not been given back.
    /// </summary>
    public long? PaidTransactionId { get; set; }
}
