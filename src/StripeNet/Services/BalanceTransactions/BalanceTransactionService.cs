namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/balance_transactions.</summary>
public class BalanceTransactionService(IStripeClient client) : Service(client)
{
    public virtual Task<BalanceTransaction> GetAsync(
        string id, BalanceTransactionGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<BalanceTransaction>(HttpMethod.Get, $"/v1/balance_transactions/{Segment(id)}", options, requestOptions, cancellationToken);

    public virtual Task<StripeList<BalanceTransaction>> ListAsync(
        BalanceTransactionListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<StripeList<BalanceTransaction>>(HttpMethod.Get, "/v1/balance_transactions", options, requestOptions, cancellationToken);

    /// <summary>Every object, page after page.</summary>
    public virtual IAsyncEnumerable<BalanceTransaction> ListAutoPagingAsync(
        BalanceTransactionListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListRequestAutoPagingAsync<BalanceTransaction>("/v1/balance_transactions", options, requestOptions, cancellationToken);
}
