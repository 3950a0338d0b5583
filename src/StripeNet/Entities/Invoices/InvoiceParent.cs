namespace Stripe;

/// <summary>What the invoice arose from.</summary>
public class InvoiceParent : StripeEntity<InvoiceParent>
{
    public InvoiceParentSubscriptionDetails? SubscriptionDetails { get; set; }

    /// <summary><c>quote_details</c>, <c>subscription_details</c>; Stripe may add others.</summary>
    public string Type { get; set; } = null!;
}
