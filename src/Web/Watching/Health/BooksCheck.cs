using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Solidarity.Domain;
using Solidarity.Domain.Jobs;
using Solidarity.Jobs.Ledger;

namespace Solidarity.Web.Watching.Health;

/// <summary>Whether the books agree, with themselves and with Stripe's, as the checks of the night found. The command verify-ledger names the differences.</summary>
internal sealed class BooksCheck(SolidarityDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (await db.Differences.AnyAsync(d => d.SettledAt == null, cancellationToken))
            return HealthCheckResult.Degraded("The ledger differs from Stripe's books: see /administration.");
        var last = await db.JobRuns.Where(r => r.Job == nameof(VerifyBooks)).OrderByDescending(r => r.Id).Select(r => (JobOutcome?)r.Outcome).FirstOrDefaultAsync(cancellationToken);
        return last switch
        {
            JobOutcome.Failed => HealthCheckResult.Degraded("The last check of the ledger found faults, or did not end: run the command verify-ledger."),
            null => HealthCheckResult.Healthy("The ledger has not been checked yet."),
            _ => HealthCheckResult.Healthy("The ledger agrees with itself and with Stripe's books."),
        };
    }
}
