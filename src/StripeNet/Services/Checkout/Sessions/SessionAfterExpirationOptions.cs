namespace Stripe.Checkout;

public class SessionAfterExpirationOptions : INestedOptions
{
    public SessionAfterExpirationRecoveryOptions? Recovery { get; set; }
}
