namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/payment_intents/retrieve.</summary>
public class PaymentIntentGetOptions : BaseOptions
{
    public string? ClientSecret { get; set; }
}
