using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Solidarity.Web.People;
using Solidarity.Web.Pictures;
using Solidarity.Web.Watching.Health;

namespace Solidarity.Web.Setup;

public static class HealthSetup
{
    private static readonly string[] Ready = [ReadyReport.Tag];

    /// <summary>What does not say how it is by then counts as not well.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddSiteHealth(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<ReadyReport>().AddSingleton<MigrationsCheck>().AddSingleton<StripeCheck>();
        var checks = services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", HealthStatus.Unhealthy, Ready, Patience)
            .AddCheck<MigrationsCheck>("migrations", HealthStatus.Unhealthy, Ready, Patience)
            .AddCheck<MessagesCheck>("messages", HealthStatus.Degraded, Ready, Patience)
            .AddCheck<JobsCheck>("jobs", HealthStatus.Degraded, Ready, Patience)
            .AddCheck<BooksCheck>("books", HealthStatus.Degraded, Ready, Patience)
            .AddCheck<StripeCheck>("stripe", HealthStatus.Degraded, Ready, Patience)
            .AddCheck<WebhooksCheck>("webhooks", HealthStatus.Degraded, Ready, Patience)
            .AddCheck<DiskCheck>("disk", HealthStatus.Degraded, Ready, Patience)
            .AddCheck<PicturesCheck>("pictures", HealthStatus.Degraded, Ready, Patience);
        if (settings.Smtp is not null)
        {
            services.AddSingleton<MailCheck>();
            checks.AddCheck<MailCheck>("mail", HealthStatus.Degraded, Ready, Patience);
        }

        return services;
    }

    public static void MapSiteHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).ForEveryone();
        app.Map("/health/ready", AnswerAsync).ExcludeFromDescription().ForEveryone();
    }

    /// <summary>Tells insiders each part, its state and what that means; others one word, because the address is public. 503 only for what makes the site useless.</summary>
    private static async Task<IResult> AnswerAsync(HttpContext context, ReadyReport ready, Settings settings, CancellationToken cancel)
    {
        var report = await ready.AskAsync(cancel);
        context.Response.Headers.CacheControl = "no-store";
        var (status, code) = (report.Status.ToString(), report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
        if (!context.IsInsider(settings.Watching))
            return Results.Json(new { status }, JsonSerializerOptions.Web, statusCode: code);
        var parts = report.Entries.Select(e => new HealthPart(e.Key, e.Value.Status.ToString(), SentenceOf(e.Value))).ToList();
        return Results.Json(new { status, checks = parts }, JsonSerializerOptions.Web, statusCode: code);
    }

    /// <summary>What an exception says may be anything.</summary>
    private static string SentenceOf(HealthReportEntry entry) =>
        entry.Exception is null ? entry.Description ?? "" : "It could not be asked: the log says why.";

    private sealed record HealthPart(string Name, string State, string Says);
}
