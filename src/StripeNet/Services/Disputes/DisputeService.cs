namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/disputes.</summary>
public class DisputeService(IStripeClient client) : Service(client)
{
    public virtual Task<Dispute> GetAsync(
        string id, DisputeGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Dispute>(HttpMethod.Get, $"/v1/disputes/{Segment(id)}", options, requestOptions, cancellationToken);
}
