namespace Solidarity.Web.Story;

/// <summary>One row of two texts beside each other; null where a text has no such line.</summary>
public sealed record LinePair(string? Before, string? After)
{
    public bool Same => Before == After;
}

/// <summary>What differs between two texts, line by line.</summary>
public static class LineChanges
{
    /// <summary>Above this many comparisons the middle is shown as wholly changed: nobody reads it line by line, and nobody may keep the server busy with it.</summary>
    private const long Most = 4_000_000;

    public static IReadOnlyList<LinePair> Between(string before, string after)
    {
        string[] a = before.Split('\n'), b = after.Split('\n');
        var start = 0;
        while (start < a.Length && start < b.Length && a[start] == b[start])
            start++;
        var end = 0;
        while (end < a.Length - start && end < b.Length - start && a[^(end + 1)] == b[^(end + 1)])
            end++;
        return [.. a[..start].Select(Same), .. Middle(a[start..^end], b[start..^end]), .. a[^end..].Select(Same)];
    }

    private static LinePair Same(string line) => new(line, line);

    private static IEnumerable<LinePair> Middle(string[] a, string[] b)
    {
        if ((long)a.Length * b.Length > Most)
            return Pairs(a, b);
        var common = Common(a, b);
        var rows = new List<LinePair>();
        var (i, j, fromA, fromB) = (0, 0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            if (a[i] == b[j])
            {
                rows.AddRange(Pairs(a[fromA..i], b[fromB..j]));
                rows.Add(Same(a[i]));
                (fromA, fromB) = (++i, ++j);
            }
            else if (common[i + 1, j] >= common[i, j + 1])
                i++;
            else
                j++;
        }

        rows.AddRange(Pairs(a[fromA..], b[fromB..]));
        return rows;
    }

    /// <summary>Lines that were replaced stand beside what replaced them.</summary>
    private static IEnumerable<LinePair> Pairs(string[] a, string[] b) =>
        Enumerable.Range(0, Math.Max(a.Length, b.Length)).Select(i => new LinePair(i < a.Length ? a[i] : null, i < b.Length ? b[i] : null));

    /// <summary>How many lines the rest of both texts have in common, from each place on.</summary>
    private static int[,] Common(string[] a, string[] b)
    {
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        return common;
    }
}
