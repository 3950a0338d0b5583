namespace Stripe.Checkout;

public class SessionLineItemAdjustableQuantityOptions : INestedOptions
{
    public bool? Enabled { get; set; }

    public long? Maximum { get; set; }

    public long? Minimum { get; set; }
}
