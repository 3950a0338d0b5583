namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/subscriptions.</summary>
public class SubscriptionService(IStripeClient client) : Service(client)
{
    public virtual Task<Subscription> CancelAsync(
        string id, SubscriptionCancelOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Subscription>(HttpMethod.Delete, $"/v1/subscriptions/{Segment(id)}", options, requestOptions, cancellationToken);

    public virtual Task<Subscription> GetAsync(
        string id, SubscriptionGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Subscription>(HttpMethod.Get, $"/v1/subscriptions/{Segment(id)}", options, requestOptions, cancellationToken);

    public virtual Task<StripeList<Subscription>> ListAsync(
        SubscriptionListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<StripeList<Subscription>>(HttpMethod.Get, "/v1/subscriptions", options, requestOptions, cancellationToken);

    /// <summary>Every object, page after page.</summary>
    public virtual IAsyncEnumerable<Subscription> ListAutoPagingAsync(
        SubscriptionListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListRequestAutoPagingAsync<Subscription>("/v1/subscriptions", options, requestOptions, cancellationToken);

    public virtual Task<Subscription> UpdateAsync(
        string id, SubscriptionUpdateOptions options, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Subscription>(HttpMethod.Post, $"/v1/subscriptions/{Segment(id)}", options, requestOptions, cancellationToken);
}
