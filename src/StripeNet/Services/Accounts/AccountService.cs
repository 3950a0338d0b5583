namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/accounts.</summary>
public class AccountService(IStripeClient client) : Service(client)
{
    public virtual Task<Account> CreateAsync(
        AccountCreateOptions options, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Account>(HttpMethod.Post, "/v1/accounts", options, requestOptions, cancellationToken);

    public virtual Task<Account> GetAsync(
        string id, AccountGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Account>(HttpMethod.Get, $"/v1/accounts/{Segment(id)}", options, requestOptions, cancellationToken);
}
