namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/balance.</summary>
public class BalanceService(IStripeClient client) : Service(client)
{
    public virtual Task<Balance> GetAsync(RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        GetAsync(null, requestOptions, cancellationToken);

    public virtual Task<Balance> GetAsync(
        BalanceGetOptions? options, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Balance>(HttpMethod.Get, "/v1/balance", options, requestOptions, cancellationToken);
}
