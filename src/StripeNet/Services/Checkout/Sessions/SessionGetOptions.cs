namespace Stripe.Checkout;

public class SessionGetOptions : BaseOptions
{
}
