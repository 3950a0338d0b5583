using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Solidarity.Web.Watching.Health;

/// <summary>
/// How every part is, asked once for all who ask within some seconds: the address is public, and must not be a way to keep the database busy.
/// </summary>
public sealed class ReadyReport(HealthCheckService health)
{
    /// <summary>On every check that belongs to it.</summary>
    public const string Tag = "ready";

    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    private readonly Lock _one = new();
    private Task<HealthReport>? _last;
    private long _askedAt;

    /// <param name="cancel">Stops the waiting, not the asking, which others may wait for.</param>
    public Task<HealthReport> AskAsync(CancellationToken cancel)
    {
        lock (_one)
        {
            if (_last is null || _last.IsFaulted || (_last.IsCompleted && TimeProvider.System.GetElapsedTime(_askedAt) >= Kept))
            {
                _askedAt = TimeProvider.System.GetTimestamp();
                _last = Task.Run(() => health.CheckHealthAsync(check => check.Tags.Contains(Tag), CancellationToken.None), CancellationToken.None);
            }

            return _last.WaitAsync(cancel);
        }
    }
}
