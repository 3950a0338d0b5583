using Microsoft.Extensions.Logging.Console;
using Solidarity.Web.Setup;
using Solidarity.Web.Watching.Logs;
using Solidarity.Web.Watching.Prometheus;
using Solidarity.Web.Watching.Telemetry;

namespace Solidarity.Web.Watching;

/// <summary>Logs, figures and traces for whoever runs the site. None of them holds personal data.</summary>
public static class WatchingSetup
{
    public static WebApplicationBuilder AddWatching(this WebApplicationBuilder builder, Settings settings)
    {
        var (services, watching) = (builder.Services, settings.Watching);
        services.AddHttpContextAccessor();
        services.AddSingleton<CountGifts>();
        services.AddHostedService<TraceIds>();
        if (watching.Logs == LogFormat.Json)
        {
            builder.Logging.AddConsole(console => console.FormatterName = JsonLines.FormatterName);
            builder.Logging.AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>();
        }

        if (watching.IsWatched)
        {
            services.AddSingleton<FigureGauges>();
            services.AddHostedService<ReadFigures>();
        }

        if (watching.MetricsToken is not null)
            services.AddSingleton<KnownRoutes>().AddSingleton<KeptMetrics>();
        if (watching.Sends)
            services.AddHostedService<SendTelemetry>();
        return builder;
    }

    /// <summary>First of all, so that everything that follows is inside.</summary>
    public static void UseWatching(this WebApplication app)
    {
        var watching = app.Services.GetRequiredService<Settings>().Watching;
        if (watching.MetricsToken is not null)
            app.Services.GetRequiredService<KeptMetrics>().Begin();
        if (watching.Sends)
            app.UseRouteInSpans();
        AskedEndpoint.Keep(app);
    }

    /// <summary>Routing, and a note of what it found.</summary>
    public static void UseWatchedRouting(this WebApplication app)
    {
        app.UseRouting();
        AskedEndpoint.Note(app);
    }
}
