namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/payouts.</summary>
public class PayoutService(IStripeClient client) : Service(client)
{
    public virtual Task<Payout> GetAsync(
        string id, PayoutGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Payout>(HttpMethod.Get, $"/v1/payouts/{Segment(id)}", options, requestOptions, cancellationToken);

    public virtual Task<StripeList<Payout>> ListAsync(
        PayoutListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<StripeList<Payout>>(HttpMethod.Get, "/v1/payouts", options, requestOptions, cancellationToken);

    /// <summary>Every object, page after page.</summary>
    public virtual IAsyncEnumerable<Payout> ListAutoPagingAsync(
        PayoutListOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        ListRequestAutoPagingAsync<Payout>("/v1/payouts", options, requestOptions, cancellationToken);
}
