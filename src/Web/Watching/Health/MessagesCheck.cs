using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Solidarity.Domain;
using Solidarity.Domain.Messages;

namespace Solidarity.Web.Watching.Health;

/// <summary>Messages that need a person do not stop the site, but somebody should know.</summary>
internal sealed class MessagesCheck(SolidarityDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await db.Outbox.AnyAsync(m => m.State == MessageState.NeedsPerson, cancellationToken)
        || await db.Inbox.AnyAsync(m => m.State == MessageState.NeedsPerson, cancellationToken)
            ? HealthCheckResult.Degraded("A message needs a person: see /administration/messages.")
            : HealthCheckResult.Healthy("No message needs a person.");
}
