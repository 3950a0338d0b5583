namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/transfers.</summary>
public class TransferService(IStripeClient client) : Service(client)
{
    public virtual Task<Transfer> CreateAsync(
        TransferCreateOptions options, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Transfer>(HttpMethod.Post, "/v1/transfers", options, requestOptions, cancellationToken);

    /// <summary>Every object, page after page.</summary>
    public virtual IAsyncEnumerable<Transfer> ListAutoPagingAsync(
        TransferListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListRequestAutoPagingAsync<Transfer>("/v1/transfers", options, requestOptions, cancellationToken);
}
