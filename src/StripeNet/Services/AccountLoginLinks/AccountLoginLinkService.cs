namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/accounts/login_link.</summary>
public class AccountLoginLinkService(IStripeClient client) : Service(client)
{
    public virtual Task<LoginLink> CreateAsync(
        string parentId, AccountLoginLinkCreateOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<LoginLink>(HttpMethod.Post, $"/v1/accounts/{Segment(parentId)}/login_links", options, requestOptions, cancellationToken);
}
