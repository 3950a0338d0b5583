namespace Stripe;

/// <summary>What the giver must still do.</summary>
public class PaymentIntentNextAction : StripeEntity<PaymentIntentNextAction>
{
    public PaymentIntentNextActionRedirectToUrl? RedirectToUrl { get; set; }

    public string Type { get; set; } = null!;
}
