namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/subscriptions/cancel.</summary>
public class SubscriptionCancelOptions : BaseOptions
{
    public SubscriptionCancellationDetailsOptions? CancellationDetails { get; set; }

    public bool? InvoiceNow { get; set; }

    public bool? Prorate { get; set; }
}
