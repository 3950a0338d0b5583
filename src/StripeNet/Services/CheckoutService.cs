namespace Stripe;

public class CheckoutService(IStripeClient client) : Service(client)
{
    public virtual Checkout.SessionService Sessions => field ??= new(Client);
}
