namespace Stripe.Checkout;

/// <summary>Source: https://docs.stripe.com/api/checkout/sessions/update.</summary>
public class SessionUpdateOptions : BaseOptions
{
    public List<SessionLineItemOptions>? LineItems { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }
}
