using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Solidarity.Faults.Storms;

/// <summary>What happened how often.</summary>
internal sealed class Figures
{
    private readonly ConcurrentDictionary<(string Group, string What), int> _counts = new();

    public void Count(string group, string what, int times = 1) => _counts.AddOrUpdate((group, what), times, (_, before) => before + times);

    public int Of(string group) => _counts.Where(c => c.Key.Group == group).Sum(c => c.Value);

    /// <summary>All that people did.</summary>
    public int Operations => _counts.Where(c => c.Key.Group.StartsWith("deeds", StringComparison.Ordinal)).Sum(c => c.Value);

    public int Of(string group, string what) => _counts.GetValueOrDefault((group, what));

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var group in _counts.GroupBy(c => c.Key.Group).OrderBy(g => g.Key, StringComparer.Ordinal))
            text.AppendLine(CultureInfo.InvariantCulture, $"{group.Key}: {group.Sum(c => c.Value)} ({string.Join(", ", group.OrderByDescending(c => c.Value).Select(c => $"{c.Key.What} {c.Value}"))})");
        return text.ToString();
    }
}
