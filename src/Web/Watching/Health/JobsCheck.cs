using Microsoft.Extensions.Diagnostics.HealthChecks;
using Solidarity.Domain;
using Solidarity.Jobs.Messages;
using Solidarity.Jobs.Watching;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Watching.Health;

/// <summary>
/// Whether the jobs live. Where this process runs them, the one that comes every two seconds must have come; where others do, nothing may lie that
/// was due long ago.
/// </summary>
internal sealed class JobsCheck(SolidarityDb db, JobBeats beats, Settings settings, TimeProvider clock) : IHealthCheck
{
    /// <summary>Longer than any batch of messages takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        if (settings.JobsEnabled && beats.Succeeded.GetValueOrDefault(nameof(ProcessOutbox), beats.Since) < now - Patience)
            return HealthCheckResult.Degraded("The jobs of this process have stood still for minutes: see the log, and start it again.");
        return (await db.QueuesAsync(now, cancellationToken)).Any(q => q.Overdue > Patience)
            ? HealthCheckResult.Degraded("Messages that are due have waited for minutes: does any process run the jobs?")
            : HealthCheckResult.Healthy(settings.JobsEnabled ? "The jobs of this process run." : "Other processes run the jobs, and nothing waits long.");
    }
}
