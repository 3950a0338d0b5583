namespace Stripe;

public class SubscriptionCancellationDetailsOptions : INestedOptions
{
    public string? Comment { get; set; }

    /// <summary><c>customer_service</c>, <c>low_quality</c>, <c>missing_features</c>, <c>other</c>, <c>switched_service</c>, <c>too_complex</c>, <c>too_expensive</c>, <c>unused</c>.</summary>
    public string? Feedback { get; set; }
}
