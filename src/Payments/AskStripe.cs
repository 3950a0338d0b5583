using Microsoft.Extensions.Logging;
using Solidarity.Domain;
using Stripe;

namespace Solidarity.Payments;

/// <summary>Asks Stripe something while a person waits for the page: not for long, and with a clear no instead of an error.</summary>
public sealed partial class AskStripe(TimeProvider clock, ILogger<AskStripe> log)
{
    /// <param name="patience">For all tries together.</param>
    /// <param name="call">Is safe to be done again.</param>
    /// <exception cref="Refusal">Stripe cannot be reached, or says no for a reason that is ours to mend.</exception>
    public async Task<T> RunAsync<T>(TimeSpan patience, Func<CancellationToken, Task<T>> call, CancellationToken cancel)
    {
        using var over = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, over.Token);
        try
        {
            return await call(either.Token);
        }
        catch (Exception e) when (StripeTrouble.IsPassing(e, cancel))
        {
            throw new Refusal(Reason.PaymentServiceSilent);
        }
        catch (StripeException e)
        {
            LogRefused(e.HttpStatusCode, e.StripeError?.Code, e.StripeError?.Param, e.StripeError?.Message);
            throw new Refusal(Reason.PaymentServiceSilent);
        }
    }

    /// <inheritdoc cref="RunAsync{T}"/>
    public Task RunAsync(TimeSpan patience, Func<CancellationToken, Task> call, CancellationToken cancel) => RunAsync(patience, async patient =>
    {
        await call(patient);
        return true;
    }, cancel);

    [LoggerMessage(Level = LogLevel.Error, Message = "Stripe refused what a partner's page asked for: {Status} {Code} {Param} {Words}")]
    private partial void LogRefused(System.Net.HttpStatusCode status, string? code, string? param, string? words);
}
