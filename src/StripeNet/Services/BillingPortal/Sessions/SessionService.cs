namespace Stripe.BillingPortal;

/// <summary>Source: https://docs.stripe.com/api/customer_portal/sessions.</summary>
public class SessionService(IStripeClient client) : Service(client)
{
    public virtual Task<Session> CreateAsync(
        SessionCreateOptions options, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Session>(HttpMethod.Post, "/v1/billing_portal/sessions", options, requestOptions, cancellationToken);
}
