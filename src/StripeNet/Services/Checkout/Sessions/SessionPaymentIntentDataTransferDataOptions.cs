namespace Stripe.Checkout;

public class SessionPaymentIntentDataTransferDataOptions : INestedOptions
{
    /// <summary>In minor units of the currency.</summary>
    public long? Amount { get; set; }

    public string? Destination { get; set; }
}
