namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/payment_intents/cancel.</summary>
public class PaymentIntentCancelOptions : BaseOptions
{
    /// <summary><c>abandoned</c>, <c>duplicate</c>, <c>fraudulent</c>, <c>requested_by_customer</c>.</summary>
    public string? CancellationReason { get; set; }
}
