namespace Stripe;

public class DisputePaymentMethodDetails : StripeEntity<DisputePaymentMethodDetails>
{
    public DisputePaymentMethodDetailsCard? Card { get; set; }

    /// <summary><c>amazon_pay</c>, <c>card</c>, <c>klarna</c>, <c>paypal</c>; Stripe may add others.</summary>
    public string Type { get; set; } = null!;
}
