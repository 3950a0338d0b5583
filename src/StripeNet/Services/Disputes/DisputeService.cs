namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/disputes.</summary>
public class DisputeService(IStripeClient client) : Service(client)
{
    public virtual Task<Dispute> CloseAsync(
        string id, DisputeCloseOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Dispute>(HttpMethod.Post, $"/v1/disputes/{Segment(id)}/close", options, requestOptions, cancellationToken);

    public virtual Task<Dispute> GetAsync(
        string id, DisputeGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Dispute>(HttpMethod.Get, $"/v1/disputes/{Segment(id)}", options, requestOptions, cancellationToken);

    public virtual Task<StripeList<Dispute>> ListAsync(
        DisputeListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<StripeList<Dispute>>(HttpMethod.Get, "/v1/disputes", options, requestOptions, cancellationToken);

    /// <summary>Every object, page after page.</summary>
    public virtual IAsyncEnumerable<Dispute> ListAutoPagingAsync(
        DisputeListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListRequestAutoPagingAsync<Dispute>("/v1/disputes", options, requestOptions, cancellationToken);
}
