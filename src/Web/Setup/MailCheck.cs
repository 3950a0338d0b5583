using Microsoft.Extensions.Diagnostics.HealthChecks;
using Solidarity.Jobs.Mail;

namespace Solidarity.Web.Setup;

/// <summary>
/// Whether the mail server takes our sign-in. Mail that cannot leave waits, so the site stays ready. The address is public: the server
/// is asked once a minute at most, and whoever asks the site does not wait long for it.
/// </summary>
internal sealed class MailCheck(SmtpTransport smtp) : IHealthCheck, IDisposable
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
                _last = await AskAsync(cancellationToken);
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

    private async Task<HealthCheckResult> AskAsync(CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await smtp.CheckAsync(patience.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            return HealthCheckResult.Degraded("The mail server cannot be used.", e);
        }
    }
}
