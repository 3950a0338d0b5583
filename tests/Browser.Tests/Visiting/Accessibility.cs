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
        // A mail's frame lets no script in, so that it is examined by itself.
        Iframes = false,
    };

    private readonly ConcurrentDictionary<(string Kind, int Width), bool> _examined = [];

    /// <param name="kind">What pages that differ in their words alone have in common.</param>
    /// <param name="script">Whether the page may run scripts, which axe-core needs.</param>
    public async Task ExamineAsync(IPage page, string kind, Script script)
    {
        if (!_examined.TryAdd((kind, page.ViewportSize!.Width), true))
            return;
        if (script == Script.On)
        {
            await ExamineAsync(page, kind);
            await ExamineFramesAsync(page, kind);
            return;
        }

        await using var context = await CopyAsync(page);
        await ExamineAsync(context.Pages[0], kind);
    }

    private static async Task ExamineFramesAsync(IPage page, string kind)
    {
        foreach (var frame in await page.Locator("iframe").AllAsync())
        {
            var answer = await page.Context.APIRequest.GetAsync(new Uri(new Uri(page.Url), await frame.GetAttributeAsync("src")).ToString());
            await using var context = await page.Context.Browser!.NewContextAsync(new() { ViewportSize = new() { Width = page.ViewportSize!.Width, Height = page.ViewportSize.Height } });
            var alone = await context.NewPageAsync();
            await alone.SetContentAsync(await answer.TextAsync());
            await ExamineAsync(alone, $"{kind}, in its frame");
        }
    }

    private static async Task ExamineAsync(IPage page, string kind)
    {
        foreach (var theme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme });
            var found = await page.RunAxe(Rules).WaitAsync(TimeSpan.FromMinutes(1));
            Assert.True(found.Violations.Length == 0, Say(found, $"{kind} at {page.Url}, {page.ViewportSize!.Width} wide, {theme}"));
        }
    }

    /// <summary>The very page that a reader without scripts sees, where axe-core can run: its own scripts do not.</summary>
    private static async Task<IBrowserContext> CopyAsync(IPage page)
    {
        var html = await page.ContentAsync();
        var context = await page.Context.Browser!.NewContextAsync(new() { ViewportSize = new() { Width = page.ViewportSize!.Width, Height = page.ViewportSize.Height }, ReducedMotion = ReducedMotion.Reduce });
        await context.RouteAsync("**/*", route => route.Request switch
        {
            { ResourceType: "script" } => route.AbortAsync(),
            { ResourceType: "document" } request when request.Url == page.Url => route.FulfillAsync(new() { Body = html, ContentType = "text/html; charset=utf-8" }),
            _ => route.ContinueAsync(),
        });
        await (await context.NewPageAsync()).GotoAsync(page.Url);
        return context;
    }

    private static string Say(AxeResult found, string where) => $"axe-core objects to {where}:\n" + string.Join('\n', found.Violations.Select(violation =>
        $"{violation.Id} ({violation.Help})\n" + string.Join('\n', violation.Nodes.Take(5).Select(node =>
            $"    {node.Html}\n      {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}"))));
}
