namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/charges.</summary>
public class ChargeService(IStripeClient client) : Service(client)
{
    public virtual Task<Charge> GetAsync(
        string id, ChargeGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Charge>(HttpMethod.Get, $"/v1/charges/{Segment(id)}", options, requestOptions, cancellationToken);

    public virtual Task<StripeList<Charge>> ListAsync(
        ChargeListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<StripeList<Charge>>(HttpMethod.Get, "/v1/charges", options, requestOptions, cancellationToken);

    /// <summary>Every object, page after page.</summary>
    public virtual IAsyncEnumerable<Charge> ListAutoPagingAsync(
        ChargeListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListRequestAutoPagingAsync<Charge>("/v1/charges", options, requestOptions, cancellationToken);

    public virtual Task<Charge> UpdateAsync(
        string id, ChargeUpdateOptions options, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Charge>(HttpMethod.Post, $"/v1/charges/{Segment(id)}", options, requestOptions, cancellationToken);
}
