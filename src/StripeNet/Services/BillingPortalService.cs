namespace Stripe;

public class BillingPortalService(IStripeClient client) : Service(client)
{
    public virtual BillingPortal.SessionService Sessions => field ??= new(Client);
}
