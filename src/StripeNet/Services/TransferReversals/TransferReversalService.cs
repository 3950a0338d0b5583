namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/transfer_reversals.</summary>
public class TransferReversalService(IStripeClient client) : Service(client)
{
    public virtual Task<TransferReversal> CreateAsync(
        string parentId, TransferReversalCreateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<TransferReversal>(HttpMethod.Post, $"/v1/transfers/{Segment(parentId)}/reversals", options, requestOptions, cancellationToken);
}
