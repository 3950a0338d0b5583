namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/transfer_reversals.</summary>
public class TransferReversalService(IStripeClient client) : Service(client)
{
    public virtual Task<TransferReversal> CreateAsync(
        string parentId, TransferReversalCreateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<TransferReversal>(HttpMethod.Post, $"/v1/transfers/{Segment(parentId)}/reversals", options, requestOptions, cancellationToken);

    public virtual Task<StripeList<TransferReversal>> ListAsync(
        string parentId, TransferReversalListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<StripeList<TransferReversal>>(HttpMethod.Get, $"/v1/transfers/{Segment(parentId)}/reversals", options, requestOptions, cancellationToken);

    /// <summary>Every object, page after page.</summary>
    public virtual IAsyncEnumerable<TransferReversal> ListAutoPagingAsync(
        string parentId, TransferReversalListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListRequestAutoPagingAsync<TransferReversal>($"/v1/transfers/{Segment(parentId)}/reversals", options, requestOptions, cancellationToken);
}
