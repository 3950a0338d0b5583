namespace Stripe;

/// <summary>The services by name: <c>client.V1.Transfers</c>, <c>client.V1.Checkout.Sessions</c>.</summary>
public class V1Services(IStripeClient client) : Service(client)
{
    public virtual AccountLinkService AccountLinks => field ??= new(Client);

    public virtual AccountService Accounts => field ??= new(Client);

    public virtual BalanceService Balance => field ??= new(Client);

    public virtual BalanceTransactionService BalanceTransactions => field ??= new(Client);

    public virtual BillingPortalService BillingPortal => field ??= new(Client);

    public virtual ChargeService Charges => field ??= new(Client);

    public virtual CheckoutService Checkout => field ??= new(Client);

    public virtual CustomerService Customers => field ??= new(Client);

    public virtual DisputeService Disputes => field ??= new(Client);

    public virtual EventService Events => field ??= new(Client);

    public virtual InvoiceService Invoices => field ??= new(Client);

    public virtual PaymentIntentService PaymentIntents => field ??= new(Client);

    public virtual PayoutService Payouts => field ??= new(Client);

    public virtual RefundService Refunds => field ??= new(Client);

    public virtual SubscriptionService Subscriptions => field ??= new(Client);

    public virtual TransferService Transfers => field ??= new(Client);
}
