namespace Stripe;

public class PaymentIntentNextActionRedirectToUrl : StripeEntity<PaymentIntentNextActionRedirectToUrl>
{
    public string? ReturnUrl { get; set; }

    public string? Url { get; set; }
}
