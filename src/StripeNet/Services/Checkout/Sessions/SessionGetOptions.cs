namespace Stripe.Checkout;

/// <summary>Source: https://docs.stripe.com/api/checkout/sessions/retrieve.</summary>
public class SessionGetOptions : BaseOptions
{
}
