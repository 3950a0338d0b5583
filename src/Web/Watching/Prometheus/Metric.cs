using System.Collections.Concurrent;

namespace Solidarity.Web.Watching.Prometheus;

/// <summary>One instrument and what it measured since the process began.</summary>
internal sealed class Metric(Shown shown, bool observed, KnownRoutes routes)
{
    /// <summary>Labels come from known lists, so this is never reached; if it is by mistake, the memory is bounded all the same.</summary>
    private const int MostSeries = 5000;

    private readonly ConcurrentDictionary<string, Series> _series = new(StringComparer.Ordinal);

    public Shown Shown => shown;

    /// <summary>Asked for its value when somebody wants to know it, so what it said before is forgotten.</summary>
    public bool Observed => observed;

    public IReadOnlyList<Series> Series => [.. _series.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => s.Value)];

    public void Forget() => _series.Clear();

    public void Take(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = LabelsOf(tags);
        if (_series.Count >= MostSeries)
            labels = [.. labels.Select(l => KeyValuePair.Create(l.Key, "other"))];
        var series = _series.GetOrAdd(string.Join('\u001f', labels.Select(l => l.Value)), (_, known) => new Series(known, shown.Buckets), labels);
        if (shown.Type == MetricType.Histogram)
            series.Record(value);
        else if (observed)
            series.Set(value);
        else
            series.Add(value);
    }

    private List<KeyValuePair<string, string>> LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<KeyValuePair<string, string>>();
        if (shown.Labels is null)
        {
            foreach (var tag in tags)
                labels.Add(KeyValuePair.Create(tag.Key, tag.Value?.ToString() ?? ""));
            return labels;
        }

        foreach (var (name, label) in shown.Labels)
        {
            string? value = null;
            foreach (var tag in tags)
            {
                if (tag.Key == name)
                    value = tag.Value?.ToString();
            }

            labels.Add(KeyValuePair.Create(label, label == "route" ? routes.LabelOf(value) : value ?? ""));
        }

        return labels;
    }
}
