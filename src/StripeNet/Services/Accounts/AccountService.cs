namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/accounts.</summary>
public class AccountService(IStripeClient client) : Service(client)
{
    public virtual AccountLoginLinkService LoginLinks => field ??= new(Client);

    public virtual Task<Account> CreateAsync(
        AccountCreateOptions options, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Account>(HttpMethod.Post, "/v1/accounts", options, requestOptions, cancellationToken);

    public virtual Task<Account> DeleteAsync(
        string id, AccountDeleteOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Account>(HttpMethod.Delete, $"/v1/accounts/{Segment(id)}", options, requestOptions, cancellationToken);

    public virtual Task<Account> GetAsync(
        string id, AccountGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Account>(HttpMethod.Get, $"/v1/accounts/{Segment(id)}", options, requestOptions, cancellationToken);

    public virtual Task<StripeList<Account>> ListAsync(
        AccountListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<StripeList<Account>>(HttpMethod.Get, "/v1/accounts", options, requestOptions, cancellationToken);

    /// <summary>Every object, page after page.</summary>
    public virtual IAsyncEnumerable<Account> ListAutoPagingAsync(
        AccountListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListRequestAutoPagingAsync<Account>("/v1/accounts", options, requestOptions, cancellationToken);

    public virtual Task<Account> UpdateAsync(
        string id, AccountUpdateOptions options, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Account>(HttpMethod.Post, $"/v1/accounts/{Segment(id)}", options, requestOptions, cancellationToken);
}
