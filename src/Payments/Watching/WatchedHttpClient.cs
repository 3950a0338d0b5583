using System.Diagnostics.Metrics;
using System.Net;
using Solidarity.Domain.Watching;
using Stripe;

namespace Solidarity.Payments.Watching;

/// <summary>Measures what Stripe is asked: how long until the answer, with all tries, and how it ended.</summary>
internal sealed class WatchedHttpClient(IHttpClient carrier) : IHttpClient
{
    private static readonly Histogram<double> Calls = Watch.Meter.CreateHistogram(
        "solidarity.stripe.call.duration", "s", "How long Stripe was asked, with all tries, by operation and outcome.", advice: Watch.Buckets(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30));

    public async Task<StripeResponse> MakeRequestAsync(StripeRequest request, CancellationToken cancellationToken = default)
    {
        // Real time, as the connection's own.
        var (began, outcome) = (TimeProvider.System.GetTimestamp(), "silent");
        try
        {
            var answer = await carrier.MakeRequestAsync(request, cancellationToken);
            outcome = OutcomeOf(answer.StatusCode);
            return answer;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            outcome = "given_up";
            throw;
        }
        finally
        {
            Calls.Record(TimeProvider.System.GetElapsedTime(began).TotalSeconds,
                KeyValuePair.Create<string, object?>("operation", StripeOperation.Of(request.Method, request.Uri)), KeyValuePair.Create<string, object?>("outcome", outcome));
        }
    }

    private static string OutcomeOf(HttpStatusCode status) => (int)status switch
    {
        < 400 => "ok",
        401 or 403 => "key_refused",
        429 => "throttled",
        < 500 => "refused",
        _ => "failed",
    };
}
