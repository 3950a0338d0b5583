using Solidarity.Domain.Projects;

namespace Solidarity.Domain;

/// <summary>
/// Tells beforehand whether somebody's Markdown may be taken for more than plain words: a few thousand characters of it can ask for a
/// table of millions of cells, and what is longer than any text of ours for minutes of work.
/// </summary>
public static class BearableMarkdown
{
    /// <summary>Characters of the longest text that anybody may save.</summary>
    public const int Longest = StoryWords.LongestStory;

    private const long MostCells = 100_000;

    /// <summary>In these a cell may reach over the end of its line.</summary>
    private static readonly System.Buffers.SearchValues<char> Reaching = System.Buffers.SearchValues.Create("`<[*_\\");

    public static bool Is(string markdown)
    {
        if (markdown.Length > Longest)
            return false;
        // Rows that are shorter than the longest are filled up. An empty line ends a table.
        var (rows, widest, all, reaches) = (0L, 0L, 0L, false);
        foreach (var range in markdown.AsSpan().Split('\n'))
        {
            var line = markdown.AsSpan()[range];
            if (line.Trim(" \t\r").IsEmpty)
            {
                (rows, widest, all, reaches) = (0, 0, 0, false);
                continue;
            }

            long cells = line.Count('|') + 1;
            (rows, widest, all, reaches) = (rows + 1 + line.Count('\r'), Math.Max(widest, cells), all + cells, reaches || line.ContainsAny(Reaching));
            if (rows * (reaches ? all : widest) > MostCells && all > rows)
                return false;
        }

        return true;
    }
}
