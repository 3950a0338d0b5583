namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/balance_transactions.</summary>
public class BalanceTransactionService(IStripeClient client) : Service(client)
{
    /// <summary>Every object, page after page.</summary>
    public virtual IAsyncEnumerable<BalanceTransaction> ListAutoPagingAsync(
        BalanceTransactionListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListRequestAutoPagingAsync<BalanceTransaction>("/v1/balance_transactions", options, requestOptions, cancellationToken);
}
