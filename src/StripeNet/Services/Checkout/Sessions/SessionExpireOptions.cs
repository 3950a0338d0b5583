namespace Stripe.Checkout;

/// <summary>Source: https://docs.stripe.com/api/checkout/sessions/expire.</summary>
public class SessionExpireOptions : BaseOptions
{
}
