using Solidarity.Web.Setup;

namespace Solidarity.Web.Watching;

public enum LogFormat { Text, Json }

/// <summary>Who may watch the site, and how. From the sections "Metrics", "Telemetry" and "Logs".</summary>
/// <param name="MetricsToken">What whoever reads /metrics shows; null: there is no such address.</param>
/// <param name="Otlp">Where traces and metrics are sent by OTLP over HTTP; null where the standard OTEL_* variables say it, or nobody is told.</param>
/// <param name="OtlpByVariables">The standard variables name a collector.</param>
/// <param name="Logs">How the console is written to.</param>
public sealed record WatchSettings(string? MetricsToken, Uri? Otlp, bool OtlpByVariables, LogFormat Logs)
{
    private const int ShortestToken = 20;

    private static readonly string[] Variables = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    /// <summary>Spans and figures are sent somewhere.</summary>
    public bool Sends => Otlp is not null || OtlpByVariables;

    /// <summary>Somebody reads the figures, so they are kept fresh.</summary>
    public bool IsWatched => Sends || MetricsToken is not null;

    internal static WatchSettings Read(ConfigReader config, bool development)
    {
        var token = config.Optional("Metrics:Token");
        if (token is { Length: < ShortestToken })
            throw new SettingWrong("Metrics:Token", $"must be a secret of at least {ShortestToken} characters.");
        var disabled = config.Flag("OTEL_SDK_DISABLED", false);
        return new WatchSettings(
            token,
            disabled ? null : config.OptionalAddress("Telemetry:Otlp"),
            !disabled && Variables.Any(v => config.Optional(v) is not null),
            config.Choice("Logs:Format", development ? LogFormat.Text : LogFormat.Json));
    }
}
