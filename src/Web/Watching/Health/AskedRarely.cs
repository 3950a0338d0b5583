using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Solidarity.Web.Watching.Health;

/// <summary>
/// A check that asks somebody else: once a minute at most, whoever asks the site how often, and without letting them wait long. What others cannot do
/// for us waits in the queues, so it never makes the site unready.
/// </summary>
internal abstract class AskedRarely : IHealthCheck, IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1);
    private HealthCheckResult _last;
    private long? _askedAt;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            // Real time, as the connection's own.
            if (_askedAt is not { } at || TimeProvider.System.GetElapsedTime(at) >= Kept)
            {
                _last = await AskInTimeAsync(cancellationToken);
                _askedAt = TimeProvider.System.GetTimestamp();
            }

            return _last;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    protected abstract Task<HealthCheckResult> AskAsync(CancellationToken cancel);

    /// <summary>What to say where there is no answer.</summary>
    protected abstract string Silent(Exception e);

    private async Task<HealthCheckResult> AskInTimeAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            return await AskAsync(patience.Token);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            return HealthCheckResult.Degraded(Silent(e));
        }
    }
}
