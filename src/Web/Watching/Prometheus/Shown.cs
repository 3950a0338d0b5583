using System.Diagnostics.Metrics;
using Solidarity.Domain.Watching;

namespace Solidarity.Web.Watching.Prometheus;

public enum MetricType { Counter, Gauge, Histogram }

/// <summary>How an instrument is shown to Prometheus.</summary>
/// <param name="Labels">Which tags are shown, by their own name and that of the label; null for all as they are.</param>
internal sealed record Shown(string Name, string Help, MetricType Type, IReadOnlyList<(string Tag, string Label)>? Labels, IReadOnlyList<double> Buckets)
{
    private const string Requests = "http.server.request.duration";

    private static readonly string[] OfServer = [Requests, "http.server.active_requests"];

    private static readonly double[] RequestBuckets = [0.005, 0.025, 0.1, 0.25, 1, 2.5, 10];

    /// <returns>Null: it is not shown.</returns>
    public static Shown? Of(Instrument instrument)
    {
        if (instrument.Meter.Name != Watch.Name && !OfServer.Contains(instrument.Name))
            return null;
        var type = TypeOf(instrument);
        return new Shown(
            NameOf(instrument.Name, instrument.Unit, type),
            instrument.Description ?? instrument.Name,
            type,
            instrument.Name == Requests ? [("http.request.method", "method"), ("http.route", "route"), ("http.response.status_code", "status")] : instrument.Meter.Name == Watch.Name ? null : [],
            instrument.Name == Requests ? RequestBuckets : (instrument as Histogram<double>)?.Advice?.HistogramBucketBoundaries ?? []);
    }

    private static MetricType TypeOf(Instrument instrument)
    {
        var kind = instrument.GetType().GetGenericTypeDefinition();
        return kind == typeof(Counter<>) || kind == typeof(ObservableCounter<>) ? MetricType.Counter : kind == typeof(Histogram<>) ? MetricType.Histogram : MetricType.Gauge;
    }

    /// <summary>Dots become lines, the unit is spelt out, counters end in _total: https://prometheus.io/docs/practices/naming/</summary>
    private static string NameOf(string name, string? unit, MetricType type)
    {
        var words = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        var withUnit = words + unit switch { "s" => "_seconds", "By" => "_bytes", "{info}" => "_info", _ => "" };
        return type == MetricType.Counter ? withUnit + "_total" : withUnit;
    }
}
