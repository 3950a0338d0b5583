using Microsoft.Extensions.Diagnostics.HealthChecks;
using Solidarity.Domain;

namespace Solidarity.Web.Watching.Health;

/// <summary>Whether the database answers.</summary>
internal sealed class DatabaseCheck(SolidarityDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy("The database answers.") : HealthCheckResult.Unhealthy("The database cannot be reached.");
}
