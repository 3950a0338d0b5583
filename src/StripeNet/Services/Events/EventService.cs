namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/events.</summary>
public class EventService(IStripeClient client) : Service(client)
{
    public virtual Task<StripeList<Event>> ListAsync(
        EventListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<StripeList<Event>>(HttpMethod.Get, "/v1/events", options, requestOptions, cancellationToken);

    /// <summary>Every object, page after page.</summary>
    public virtual IAsyncEnumerable<Event> ListAutoPagingAsync(
        EventListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListRequestAutoPagingAsync<Event>("/v1/events", options, requestOptions, cancellationToken);
}
