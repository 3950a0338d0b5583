namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/subscriptions/update.</summary>
public class SubscriptionUpdateOptions : BaseOptions
{
    public bool? CancelAtPeriodEnd { get; set; }

    public SubscriptionCancellationDetailsOptions? CancellationDetails { get; set; }

    public string? DefaultPaymentMethod { get; set; }

    public string? Description { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }

    /// <summary><c>always_invoice</c>, <c>create_prorations</c>, <c>none</c>.</summary>
    public string? ProrationBehavior { get; set; }
}
