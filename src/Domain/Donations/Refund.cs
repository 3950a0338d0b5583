namespace Solidarity.Domain.Donations;

/// <summary>Money given back to a giver, as Stripe tells it, wherever it was ordered.</summary>
public class Refund
{
    public required Guid Id { get; init; }

    public required Guid DonationId { get; init; }

    /// <summary>Stripe's id (re_…), unique.</summary>
    public required string StripeRefundId { get; init; }

    public required long AmountMinor { get; init; }

    /// <summary>Stripe's own word: pending, requires_action, succeeded, failed, canceled.</summary>
    public required string Status { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Booked on our balance: from then on it counts. Null again once it failed.</summary>
    public DateTimeOffset? PostedAt { get; set; }
}

/// <summary>A giver's bank contests a payment, as Stripe tells it.</summary>
public class Dispute
{
    public required Guid Id { get; init; }

    public required Guid DonationId { get; init; }

    /// <summary>Stripe's id (dp_…), unique.</summary>
    public required string StripeDisputeId { get; init; }

    public required long AmountMinor { get; init; }

    /// <summary>Stripe's own word: needs_response, under_review, won, lost, warning_closed...</summary>
    public required string Status { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }
}
