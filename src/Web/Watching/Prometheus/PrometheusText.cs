using System.Globalization;
using System.Text;

namespace Solidarity.Web.Watching.Prometheus;

/// <summary>Prometheus's text format, version 0.0.4: https://prometheus.io/docs/instrumenting/exposition_formats/</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static string Write(IEnumerable<Metric> metrics)
    {
        var text = new StringBuilder();
        foreach (var metric in metrics)
        {
            var series = metric.Series;
            if (series.Count == 0)
                continue;
            var (name, type) = (metric.Shown.Name, metric.Shown.Type);
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {OneLine(metric.Shown.Help)}\n# TYPE {name} {type.ToString().ToLowerInvariant()}\n");
            foreach (var one in series)
            {
                if (type == MetricType.Histogram)
                    Histogram(text, name, one);
                else
                    Row(text, name, one.Labels, one.Value);
            }
        }

        return text.ToString();
    }

    private static void Histogram(StringBuilder text, string name, Series series)
    {
        var (sum, buckets) = series.Read();
        foreach (var (end, count) in buckets)
            Row(text, name + "_bucket", [.. series.Labels, KeyValuePair.Create("le", Number(end))], count);
        Row(text, name + "_sum", series.Labels, sum);
        Row(text, name + "_count", series.Labels, buckets[^1].Count);
    }

    private static void Row(StringBuilder text, string name, IReadOnlyList<KeyValuePair<string, string>> labels, double value)
    {
        text.Append(name);
        if (labels.Count > 0)
            text.Append('{').AppendJoin(',', labels.Select(l => $"{l.Key}=\"{Quoted(l.Value)}\"")).Append('}');
        text.Append(' ').Append(Number(value)).Append('\n');
    }

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string OneLine(string help) => help.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Quoted(string label) => OneLine(label).Replace("\"", "\\\"", StringComparison.Ordinal);
}
