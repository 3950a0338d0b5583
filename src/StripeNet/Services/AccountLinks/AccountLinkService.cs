namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/account_links.</summary>
public class AccountLinkService(IStripeClient client) : Service(client)
{
    public virtual Task<AccountLink> CreateAsync(
        AccountLinkCreateOptions options, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<AccountLink>(HttpMethod.Post, "/v1/account_links", options, requestOptions, cancellationToken);
}
