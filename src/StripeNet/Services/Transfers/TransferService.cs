namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/transfers.</summary>
public class TransferService(IStripeClient client) : Service(client)
{
    public virtual TransferReversalService Reversals => field ??= new(Client);

    public virtual Task<Transfer> CreateAsync(
        TransferCreateOptions options, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Transfer>(HttpMethod.Post, "/v1/transfers", options, requestOptions, cancellationToken);

    public virtual Task<Transfer> GetAsync(
        string id, TransferGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Transfer>(HttpMethod.Get, $"/v1/transfers/{Segment(id)}", options, requestOptions, cancellationToken);

    public virtual Task<StripeList<Transfer>> ListAsync(
        TransferListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<StripeList<Transfer>>(HttpMethod.Get, "/v1/transfers", options, requestOptions, cancellationToken);

    /// <summary>Every object, page after page.</summary>
    public virtual IAsyncEnumerable<Transfer> ListAutoPagingAsync(
        TransferListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListRequestAutoPagingAsync<Transfer>("/v1/transfers", options, requestOptions, cancellationToken);

    public virtual Task<Transfer> UpdateAsync(
        string id, TransferUpdateOptions options, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Transfer>(HttpMethod.Post, $"/v1/transfers/{Segment(id)}", options, requestOptions, cancellationToken);
}
