namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/refunds.</summary>
public class RefundService(IStripeClient client) : Service(client)
{
    public virtual Task<Refund> GetAsync(
        string id, RefundGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Refund>(HttpMethod.Get, $"/v1/refunds/{Segment(id)}", options, requestOptions, cancellationToken);

    /// <summary>Every object, page after page.</summary>
    public virtual IAsyncEnumerable<Refund> ListAutoPagingAsync(
        RefundListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListRequestAutoPagingAsync<Refund>("/v1/refunds", options, requestOptions, cancellationToken);
}
