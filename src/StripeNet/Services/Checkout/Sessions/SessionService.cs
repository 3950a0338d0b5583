namespace Stripe.Checkout;

/// <summary>Source: https://docs.stripe.com/api/checkout/sessions.</summary>
public class SessionService(IStripeClient client) : Service(client)
{
    public virtual Task<Session> CreateAsync(
        SessionCreateOptions options, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Session>(HttpMethod.Post, "/v1/checkout/sessions", options, requestOptions, cancellationToken);

    public virtual Task<Session> ExpireAsync(
        string id, SessionExpireOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Session>(HttpMethod.Post, $"/v1/checkout/sessions/{Segment(id)}/expire", options, requestOptions, cancellationToken);

    public virtual Task<Session> GetAsync(
        string id, SessionGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Session>(HttpMethod.Get, $"/v1/checkout/sessions/{Segment(id)}", options, requestOptions, cancellationToken);
}
