using System.Globalization;
using System.Text.RegularExpressions;

namespace Solidarity.Browser.Tests.Hostile;

/// <summary>Published attempts at running a script, from payloads.txt.</summary>
internal static partial class Payloads
{
    public static IReadOnlyList<string> All { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Hostile", "payloads.txt")).SkipWhile(line => line.StartsWith("# ", StringComparison.Ordinal)).Where(line => line.Length > 0).Select(Read)];

    /// <summary>All of them, each a paragraph of its own to Markdown.</summary>
    public static string Text { get; } = string.Join("\n\n", All);

    /// <summary>All of them in one line, as a title would have them.</summary>
    public static string Line { get; } = string.Join(' ', All.Select(InOneLine));

    /// <summary>Line breaks and the like become spaces, as CleanText has them.</summary>
    private static string InOneLine(string payload) => Breaks().Replace(payload, " ");

    private static string Read(string line) => Escape().Replace(line, found => found.Value[1] switch
    {
        'n' => "\n",
        't' => "\t",
        'x' => "\f",
        _ => ((char)int.Parse(found.Value.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
    });

    // Where one of these stands before other letters it is the payload's own.
    [GeneratedRegex(@"\\n|\\t|\\x0c|\\u[0-9a-fA-F]{4}")]
    private static partial Regex Escape();

    [GeneratedRegex(@"[\n\t\f]+")]
    private static partial Regex Breaks();
}
