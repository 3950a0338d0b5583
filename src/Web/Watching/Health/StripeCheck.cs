using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Stripe;

namespace Solidarity.Web.Watching.Health;

/// <summary>Whether Stripe answers and takes our key.</summary>
internal sealed class StripeCheck(IStripeClient stripe) : AskedRarely
{
    protected override async Task<HealthCheckResult> AskAsync(CancellationToken cancel)
    {
        await new BalanceService(stripe).GetAsync(null, null, cancel);
        return HealthCheckResult.Healthy("Stripe answers and takes our key.");
    }

    protected override string Silent(Exception e) => e is StripeException { HttpStatusCode: HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden }
        ? "Stripe does not take the key: see Stripe:ApiKey. No gift can begin."
        : "Stripe does not answer. No gift can begin; what is under way waits.";
}
