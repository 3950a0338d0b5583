using System.Globalization;
using System.Text.RegularExpressions;

namespace Solidarity.App.Tests.Watching;

/// <param name="Labels">By name.</param>
public sealed record Sample(string Name, IReadOnlyDictionary<string, string> Labels, double Value);

/// <summary>
/// Prometheus's text format 0.0.4, read strictly: each metric has one HELP and one TYPE before its samples, and its samples stand together; no series comes
/// twice; labels are well formed and unescaped; histograms are cumulative and end in +Inf.
/// </summary>
public sealed partial class ParsedMetrics
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    public ParsedMetrics(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        string? name = null;
        foreach (var line in text[..^1].Split('\n'))
        {
            if (line.StartsWith("# HELP ", StringComparison.Ordinal))
            {
                name = line.Split(' ')[2];
                Assert.Matches("^[a-zA-Z_:][a-zA-Z0-9_:]*$", name);
                Assert.DoesNotContain(name, Types.Keys);
                Assert.NotEmpty(line[("# HELP ".Length + name.Length)..].Trim());
            }
            else if (line.StartsWith("# TYPE ", StringComparison.Ordinal))
            {
                var parts = line.Split(' ');
                Assert.Equal((4, name), (parts.Length, parts[2]));
                Assert.Contains(parts[3], (string[])["counter", "gauge", "histogram"]);
                Types.Add(name!, parts[3]);
            }
            else
            {
                Add(line, name!);
            }
        }

        foreach (var (histogram, _) in Types.Where(t => t.Value == "histogram"))
            CheckHistogram(histogram);
    }

    public Dictionary<string, string> Types { get; } = [];

    public List<Sample> Samples { get; } = [];

    public IEnumerable<Sample> Of(string name) => Samples.Where(s => s.Name == name);

    public double Value(string name, params (string Label, string Value)[] labels) =>
        Of(name).Where(s => labels.All(l => s.Labels.GetValueOrDefault(l.Label) == l.Value)).Sum(s => s.Value);

    private void Add(string line, string metric)
    {
        var match = Row().Match(line);
        Assert.True(match.Success, line);
        var (name, type) = (match.Groups["name"].Value, Types[metric]);
        Assert.Contains(name, type == "histogram" ? [metric + "_bucket", metric + "_sum", metric + "_count"] : new[] { metric });
        Assert.Equal(type == "counter", metric.EndsWith("_total", StringComparison.Ordinal));
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Match label in Label().Matches(match.Groups["labels"].Value))
            labels.Add(label.Groups["name"].Value, Unescape(label.Groups["value"].Value));
        Assert.True(_seen.Add(name + string.Join('\u001f', labels.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => $"{l.Key}={l.Value}"))), $"twice: {line}");
        var value = match.Groups["value"].Value switch { "+Inf" => double.PositiveInfinity, "NaN" => double.NaN, var number => double.Parse(number, CultureInfo.InvariantCulture) };
        Samples.Add(new Sample(name, labels, value));
    }

    private void CheckHistogram(string name)
    {
        foreach (var series in Of(name + "_bucket").GroupBy(s => string.Join('\u001f', s.Labels.Where(l => l.Key != "le").Select(l => l.Key + "=" + l.Value))))
        {
            var buckets = series.Select(s => (End: s.Labels["le"] == "+Inf" ? double.PositiveInfinity : double.Parse(s.Labels["le"], CultureInfo.InvariantCulture), s.Value)).ToList();
            Assert.Equal(buckets.OrderBy(b => b.End), buckets);
            Assert.Equal(buckets.Select(b => b.Value).Order(), buckets.Select(b => b.Value));
            Assert.Equal(double.PositiveInfinity, buckets[^1].End);
            var labels = series.First().Labels.Where(l => l.Key != "le").Select(l => (l.Key, l.Value)).ToArray();
            Assert.Equal(buckets[^1].Value, Of(name + "_count").Single(s => s.Labels.Count == labels.Length && labels.All(l => s.Labels[l.Key] == l.Value)).Value);
            Assert.Single(Of(name + "_sum"), s => s.Labels.Count == labels.Length && labels.All(l => s.Labels[l.Key] == l.Value));
        }
    }

    private static string Unescape(string value) => Escape().Replace(value, m => m.Value[1] == 'n' ? "\n" : m.Value[1..]);

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(?<labels>(?:[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\n]|\\["\\n])*",?)+)\})? (?<value>[-+0-9.eE]+|\+Inf|NaN)$""")]
    private static partial Regex Row();

    [GeneratedRegex("""(?<name>[a-zA-Z_][a-zA-Z0-9_]*)="(?<value>(?:[^"\\\n]|\\["\\n])*)"(?:,(?=.)|$)""")]
    private static partial Regex Label();

    [GeneratedRegex(@"\\[""\\n]")]
    private static partial Regex Escape();
}
