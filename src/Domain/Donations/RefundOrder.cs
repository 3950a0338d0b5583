namespace Solidarity.Domain.Donations;

/// <summary>An administrator wants a gift given back, whole or in part. Saved before Stripe is asked; one under way for a gift at a time.</summary>
public class RefundOrder
{
    /// <summary>Also the word in Stripe's idempotency key. The form's own, so that a form sent twice is one order.</summary>
    public required Guid Id { get; init; }

    public required Guid DonationId { get; init; }

    public required long AmountMinor { get; init; }

    /// <summary>Why, in the administrator's words.</summary>
    public required string Why { get; init; }

    /// <summary>Null where the giver asked for it, or a programme's rule.</summary>
    public required Guid? OrderedById { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Stripe's id (re_…), null until made. What became of the money is in the refund of that id.</summary>
    public string? StripeRefundId { get; set; }

    /// <summary>Stripe's words where it said no for good; then nothing was given back.</summary>
    public string? RefusedBecause { get; set; }

    /// <summary>When it was booked, or refused for good.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
