namespace Stripe;

public class SubscriptionCancellationDetails : StripeEntity<SubscriptionCancellationDetails>
{
    public string? Comment { get; set; }

    /// <summary><c>customer_service</c>, <c>low_quality</c>, <c>missing_features</c>, <c>other</c>, <c>switched_service</c>, <c>too_complex</c>, <c>too_expensive</c>, <c>unused</c>; Stripe may add others.</summary>
    public string? Feedback { get; set; }

    /// <summary><c>canceled_by_retention_policy</c>, <c>cancellation_requested</c>, <c>payment_disputed</c>, <c>payment_failed</c>; Stripe may add others.</summary>
    public string? Reason { get; set; }
}
