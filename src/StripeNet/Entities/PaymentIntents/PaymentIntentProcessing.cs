namespace Stripe;

public class PaymentIntentProcessing : StripeEntity<PaymentIntentProcessing>
{
    /// <summary><c>card</c>; Stripe may add others.</summary>
    public string Type { get; set; } = null!;
}
