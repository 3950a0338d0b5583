using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Solidarity.Browser.Tests.Hostile;

/// <summary>Opens everything that links lead to within the site: some pages of each kind, and all of those that are said to matter singly.</summary>
internal sealed partial class Crawl(IPage page, Uri site, Watch watch, int mostOfAKind)
{
    private readonly HashSet<string> _seen = [];
    private readonly Dictionary<string, int> _kinds = [];
    private readonly Queue<string> _ahead = [];

    /// <summary>What the addresses of pages seen have in common: "/projects/*", a segment that differs being a star.</summary>
    public IReadOnlyDictionary<string, int> Kinds => _kinds;

    public IReadOnlyCollection<string> Paths => _seen;

    public async Task FromAsync(params IEnumerable<string> paths)
    {
        foreach (var path in paths)
            _ahead.Enqueue(path);
        while (_ahead.TryDequeue(out var path))
        {
            if (!_seen.Add(path) || !IsPage(path))
                continue;
            var kind = KindOf(path);
            var count = _kinds.GetValueOrDefault(kind);
            if (count >= mostOfAKind)
                continue;
            _kinds[kind] = count + 1;
            await OpenAsync(path);
        }
    }

    public async Task OpenAsync(string path)
    {
        var answer = await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });
        Assert.True(answer!.Status < 500, $"{answer.Status} from {path}");
        await watch.LookAsync(page);
        var links = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]')].map(a => a.href)");
        foreach (var link in links.Where(l => l.StartsWith(site.ToString(), StringComparison.Ordinal)))
            _ahead.Enqueue(link[(site.ToString().Length - 1)..].Split('#')[0]);
    }

    /// <summary>Files are for other programs; another language is the same page; to sign out would end it.</summary>
    private static bool IsPage(string path) =>
        !path.StartsWith("/language/", StringComparison.Ordinal) && !path.StartsWith("/sign-out", StringComparison.Ordinal) && !path.StartsWith("/dev/", StringComparison.Ordinal)
        && !path.Contains("/export", StringComparison.Ordinal) && !File().IsMatch(path) && !path.Contains("/receipts/", StringComparison.Ordinal);

    public static string KindOf(string path) => Word().Replace(path.Split('?')[0], "/*");

    [GeneratedRegex(@"[./](csv|pdf|zip|atom|xml|svg|webp|png|txt)(\?|$)")]
    private static partial Regex File();

    // Numbers, days, ids, secrets, languages, and the words that follow what there are many of.
    [GeneratedRegex(@"/(?:[0-9-]+|[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z0-9_-]{32,}|en|fr|nl|it|de)(?=/|$)|(?<=^/(?:projects|campaigns)|^/(?:workspace|moderation)/(?:projects|campaigns|organisations)|^/report/[a-z]+)/[^/]+")]
    private static partial Regex Word();
}
