namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/charges.</summary>
public class ChargeService(IStripeClient client) : Service(client)
{
    public virtual Task<Charge> GetAsync(
        string id, ChargeGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<Charge>(HttpMethod.Get, $"/v1/charges/{Segment(id)}", options, requestOptions, cancellationToken);
}
