namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/payment_intents.</summary>
public class PaymentIntentService(IStripeClient client) : Service(client)
{
    public virtual Task<PaymentIntent> GetAsync(
        string id, PaymentIntentGetOptions? options = null, RequestOptions? requestOptions = null, CancellationToken cancellationToken = default) =>
        RequestAsync<PaymentIntent>(HttpMethod.Get, $"/v1/payment_intents/{Segment(id)}", options, requestOptions, cancellationToken);
}
