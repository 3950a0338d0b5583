using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Solidarity.Browser.Tests.Visiting;

/// <summary>axe-core on a page, in light and in dark, once for each kind of page and device.</summary>
internal sealed class Accessibility
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

    private readonly ConcurrentDictionary<(string Kind, int Width), bool> _examined = [];

    /// <param name="kind">What pages that differ in their words alone have in common.</param>
    public async Task ExamineAsync(IPage page, string kind)
    {
        if (!_examined.TryAdd((kind, page.ViewportSize!.Width), true))
            return;
        foreach (var theme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
            var found = await page.RunAxe(Rules);
            Assert.True(found.Violations.Length == 0, Say(found, $"{kind} at {page.Url}, {page.ViewportSize.Width} wide, {theme}"));
        }
    }

    private static string Say(AxeResult found, string where) => $"axe-core objects to {where}:\n" + string.Join('\n', found.Violations.Select(violation =>
        $"{violation.Id} ({violation.Help})\n" + string.Join('\n', violation.Nodes.Take(5).Select(node =>
            $"    {node.Html}\n      {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}"))));
}
