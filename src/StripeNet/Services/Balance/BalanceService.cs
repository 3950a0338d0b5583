namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/balance.</summary>
public class BalanceService(IStripeClient client) : Service(client)
{
    public virtual Task<Balance> GetAsync(
        BalanceGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Balance>(HttpMethod.Get, "/v1/balance", options, requestOptions, cancellationToken);
}
