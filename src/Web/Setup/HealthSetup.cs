using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Solidarity.Domain;
using Solidarity.Domain.Messages;
using Solidarity.Web.People;
using Solidarity.Web.Pictures;

namespace Solidarity.Web.Setup;

public static class HealthSetup
{
    private const string Ready = "ready";

    public static IServiceCollection AddSiteHealth(this IServiceCollection services, Settings settings)
    {
        var checks = services.AddHealthChecks()
            .AddDbContextCheck<SolidarityDb>("database", tags: [Ready])
            .AddCheck<MessagesCheck>("messages", tags: [Ready])
            .AddCheck<BooksCheck>("books", tags: [Ready])
            .AddCheck<PicturesCheck>("pictures", tags: [Ready]);
        if (settings.Smtp is not null)
        {
            services.AddSingleton<MailCheck>();
            checks.AddCheck<MailCheck>("mail", tags: [Ready]);
        }

        return services;
    }

    public static void MapSiteHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).ForEveryone();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync }).ForEveryone();
    }

    /// <summary>Names each dependency and its state, and nothing more: the address is public.</summary>
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        var states = report.Entries.ToDictionary(e => e.Key, e => e.Value.Status.ToString());
        return context.Response.WriteAsync(JsonSerializer.Serialize(new { status = report.Status.ToString(), checks = states }));
    }

    /// <summary>Messages that need a person do not stop the site, but somebody should know.</summary>
    private sealed class MessagesCheck(SolidarityDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await db.Outbox.AnyAsync(m => m.State == MessageState.NeedsPerson, cancellationToken)
            || await db.Inbox.AnyAsync(m => m.State == MessageState.NeedsPerson, cancellationToken)
                ? HealthCheckResult.Degraded("A message needs a person.")
                : HealthCheckResult.Healthy();
    }

    /// <summary>The command verify-ledger names the differences.</summary>
    private sealed class BooksCheck(SolidarityDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await db.Differences.AnyAsync(d => d.SettledAt == null, cancellationToken)
                ? HealthCheckResult.Degraded("The ledger differs from Stripe's books.")
                : HealthCheckResult.Healthy();
    }
}
