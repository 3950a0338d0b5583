using Microsoft.Extensions.Diagnostics.HealthChecks;
using Solidarity.Payments;
using Solidarity.Payments.Watching;

namespace Solidarity.Web.Watching.Health;

/// <summary>Whether the secrets that sign Stripe's webhooks are the right ones, as far as can be seen from here.</summary>
internal sealed class WebhooksCheck(StripeSettings stripe, HeardWebhooks heard) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        heard.LooksWrong ? HealthCheckResult.Degraded("Signed webhooks are refused, one after the other: see Stripe:WebhookSecret and Stripe:ConnectWebhookSecret. What they tell is fetched at night.")
        : stripe.ApiBase is null && stripe.ConnectWebhookSecret is null ? HealthCheckResult.Degraded("Stripe:ConnectWebhookSecret is not set: what happens on partners' accounts is heard of at night only.")
        : HealthCheckResult.Healthy("Secrets are set, and nothing says that they are wrong."));
}
