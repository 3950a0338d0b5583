namespace Stripe.Checkout;

public class SessionUpdateOptions : BaseOptions
{
    public List<SessionLineItemOptions>? LineItems { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }
}
