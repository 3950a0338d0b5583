using Solidarity.Domain.Projects;
using Solidarity.Web.Story;

namespace Solidarity.Web.Pages.Workspace.Projects;

/// <summary>Two states of the same words beside each other, long stretches that are equal left out (null).</summary>
public sealed record ChangesShown(string Before, string After, IReadOnlyList<LinePair?> Rows)
{
    public static ChangesShown Of(string beforeName, StoryWords before, string afterName, StoryWords after) => Of(beforeName, Text(before), afterName, Text(after));

    /// <summary>Two texts, line by line.</summary>
    public static ChangesShown Of(string beforeName, string before, string afterName, string after) => new(beforeName, afterName, [.. Short(LineChanges.Between(before, after))]);

    private static string Text(StoryWords words) => string.Join('\n', words.Title, words.Summary, words.Place, words.Story);

    /// <summary>A line before and after each change tells where it is.</summary>
    private static IEnumerable<LinePair?> Short(IReadOnlyList<LinePair> rows)
    {
        var left = false;
        for (var i = 0; i < rows.Count; i++)
        {
            var near = !rows[i].Same || (i > 0 && !rows[i - 1].Same) || (i + 1 < rows.Count && !rows[i + 1].Same);
            if (near)
                yield return rows[i];
            else if (!left)
                yield return null;
            left = !near;
        }
    }
}
