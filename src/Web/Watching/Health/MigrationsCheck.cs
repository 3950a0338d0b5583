using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Solidarity.Domain;

namespace Solidarity.Web.Watching.Health;

/// <summary>Whether the database is as new as the program. It cannot become older: once it is not, nobody is asked again.</summary>
internal sealed class MigrationsCheck(IServiceScopeFactory scopes) : IHealthCheck
{
    private volatile bool _done;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!_done)
        {
            await using var scope = scopes.CreateAsyncScope();
            _done = !(await scope.ServiceProvider.GetRequiredService<SolidarityDb>().Database.GetPendingMigrationsAsync(cancellationToken)).Any();
        }

        return _done ? HealthCheckResult.Healthy("The database is as new as the program.") : HealthCheckResult.Unhealthy("The database is older than the program: run the command 'migrate'.");
    }
}
