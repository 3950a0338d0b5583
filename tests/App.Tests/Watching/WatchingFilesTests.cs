using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Solidarity.App.Tests.Site;

namespace Solidarity.App.Tests.Watching;

/// <summary>The dashboard and the alerts in deploy/watching name only what /metrics says: metrics, labels, and values of labels.</summary>
[Collection(WatchedTests.Name)]
public sealed partial class WatchingFilesTests(WatchedSite site)
{
    /// <summary>Of Prometheus itself.</summary>
    private static readonly string[] Theirs = ["up"];

    private static readonly string[] TheirLabels = ["instance", "job", "le"];

    private static readonly HashSet<string> Words =
        ["sum", "max", "min", "rate", "increase", "time", "by", "without", "and", "or", "unless", "histogram_quantile", "topk", "on", "ignoring", "absent", "clamp_min", .. Theirs];

    [Fact]
    public async Task Dashboard_and_alerts_name_what_is_there()
    {
        await Journey.PlayAsync(site);
        await SiteFixture.EventuallyAsync(async () => (await MetricsTests.ReadAsync(site)).Of("solidarity_ledger_check_ok").Any(), "the figures are read");
        var metrics = await MetricsTests.ReadAsync(site);
        var alerts = ReadAlerts().ToList();
        var panels = ReadDashboard().ToList();

        Assert.True(alerts.Count > 15 && panels.Count > 20);
        Assert.Equal(alerts.Count, alerts.Select(a => a.Name).Distinct().Count());
        Assert.All(alerts, alert =>
        {
            Assert.Contains(alert.Severity, (string[])["page", "ticket"]);
            Assert.Matches("[.?]$", alert.Summary);
            Assert.Matches("[=!<>]", alert.Expression);
        });
        foreach (var (where, expression) in alerts.Select(a => (a.Name, a.Expression)).Concat(panels))
            Check(where, expression, metrics);
    }

    private static void Check(string where, string expression, ParsedMetrics metrics)
    {
        Assert.True(IsBalanced(expression), $"{where}: brackets of {expression}");
        var bare = Quoted().Replace(expression, "\"\"");
        foreach (Match match in Selector().Matches(expression))
        {
            var name = match.Groups["name"].Value;
            foreach (Match label in Matcher().Matches(match.Groups["labels"].Value))
            {
                var (key, how, value) = (label.Groups["key"].Value, label.Groups["how"].Value, label.Groups["value"].Value);
                if (Theirs.Contains(name))
                    continue;
                var values = metrics.Of(name).Select(s => s.Labels.GetValueOrDefault(key)).OfType<string>().ToHashSet();
                Assert.True(values.Count > 0, $"{where}: {name} has no label {key}");
                // Each alternative of words must be there; statuses are patterns.
                foreach (var word in how is "=~" or "!~" ? value.Split('|').Where(v => v.All(c => char.IsLetter(c) || c == '_')) : [value])
                    Assert.True(values.Contains(word) || IsKnownToCome(key, word), $"{where}: {name} has no {key} {word}");
            }
        }

        // What is counted by; then everything that is no label, no duration and no word of the language is a metric.
        foreach (Match by in By().Matches(bare))
        {
            foreach (var label in by.Groups["labels"].Value.Split(',', StringSplitOptions.TrimEntries))
                Assert.True(TheirLabels.Contains(label) || metrics.Samples.Any(s => s.Labels.ContainsKey(label)), $"{where}: label {label}");
        }

        var rest = Range().Replace(InBraces().Replace(By().Replace(bare, " "), " "), " ");
        foreach (Match word in Word().Matches(rest))
            Assert.True(Words.Contains(word.Value) || metrics.Of(word.Value).Any(), $"{where}: there is no {word.Value}");
        Assert.Empty(Known().Replace(rest, "").Trim());
    }

    /// <summary>Outcomes of a call to Stripe are seen only when they happen, and daily jobs once they have run.</summary>
    private static bool IsKnownToCome(string label, string value) => label switch
    {
        "outcome" => value is "silent" or "failed" or "throttled" or "key_refused",
        "job" => Solidarity.Jobs.Schedule.All.Any(s => s.Job.Name == value),
        _ => false,
    };

    private static bool IsBalanced(string expression)
    {
        var open = new Stack<char>();
        foreach (var c in Quoted().Replace(expression, ""))
        {
            if (c is '(' or '[' or '{')
                open.Push(c);
            else if (c is ')' or ']' or '}' && (open.Count == 0 || open.Pop() != c switch { ')' => '(', ']' => '[', _ => '{' }))
                return false;
        }

        return open.Count == 0;
    }

    /// <summary>The file is YAML of a plain kind: one key a line, no anchors, words on one line.</summary>
    private static IEnumerable<(string Name, string Expression, string Severity, string Summary)> ReadAlerts()
    {
        var lines = File.ReadAllLines(In("alerts.yml")).Where(l => !l.TrimStart().StartsWith('#')).ToList();
        Assert.Equal(["groups:", "  - name: solidarity", "    rules:"], lines.Take(3));
        var rules = string.Join('\n', lines.Skip(3)).Split("      - alert: ", StringSplitOptions.RemoveEmptyEntries);
        foreach (var rule in rules)
        {
            var match = Rule().Match(rule.TrimEnd() + "\n");
            Assert.True(match.Success, rule);
            yield return (match.Groups["name"].Value, match.Groups["expr"].Value, match.Groups["severity"].Value, match.Groups["summary"].Value);
        }
    }

    private static IEnumerable<(string Where, string Expression)> ReadDashboard()
    {
        var dashboard = JsonNode.Parse(File.ReadAllText(In("dashboard.json")))!;
        Assert.Equal("Solidarity", (string)dashboard["title"]!);
        var panels = dashboard["panels"]!.AsArray();
        Assert.Equal(panels.Count, panels.Select(p => (int)p!["id"]!).Distinct().Count());
        return panels.Where(p => (string)p!["type"]! != "row").SelectMany(p => p!["targets"]!.AsArray().Select(t => ((string)p["title"]!, (string)t!["expr"]!)));
    }

    private static string In(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Solidarity.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests are not below the solution.");
        return Path.Combine(folder.FullName, "deploy", "watching", file);
    }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex("""(?<name>[a-z_]+)\{(?<labels>[^}]*)\}""")]
    private static partial Regex Selector();

    [GeneratedRegex("""(?<key>[a-z_]+)(?<how>=~|!~|!=|=)"(?<value>[^"]*)"(?:,|$)""")]
    private static partial Regex Matcher();

    [GeneratedRegex(@"\b(?:by|without)\s*\((?<labels>[^)]*)\)")]
    private static partial Regex By();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex InBraces();

    [GeneratedRegex(@"\[\d+[smhd]\]")]
    private static partial Regex Range();

    [GeneratedRegex("[a-z_]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[a-z_]+|[0-9.]+|==|!=|[<>]=?|[-+*/,()]|\s+")]
    private static partial Regex Known();

    [GeneratedRegex("""\A(?<name>Solidarity[A-Za-z]+)\n        expr: (?<expr>[^\n]+)\n(?:        for: \d+[mh]\n)?        labels:\n          severity: (?<severity>\w+)\n        annotations:\n          summary: "(?<summary>[^"\n]+)"\n\z""")]
    private static partial Regex Rule();
}
