namespace Stripe;

public class PaymentIntentNextAction : StripeEntity<PaymentIntentNextAction>
{
    public PaymentIntentNextActionRedirectToUrl? RedirectToUrl { get; set; }

    public string Type { get; set; } = null!;
}
