using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Solidarity.Web.Story;

/// <summary>Where a story may lead, and which pictures it may show.</summary>
internal static class StoryLinks
{
    /// <summary>Links that users wrote (https://developers.google.com/search/docs/crawling-indexing/qualify-outbound-links), which get no handle on our window.</summary>
    public const string Rel = "nofollow ugc noopener";

    private static readonly string[] Pictures = [".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif"];

    public static bool IsAllowed(string? url)
    {
        if (!IsPlain(url))
            return false;
        if (IsOwnPath(url!))
            return true;
        return Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme switch
        {
            "http" or "https" => url!.StartsWith($"{uri.Scheme}://", StringComparison.OrdinalIgnoreCase) && uri.Host.Length > 0 && uri.UserInfo.Length == 0,
            "mailto" => true,
            _ => false,
        };
    }

    /// <summary>By its ending, so that no picture makes the reader's browser ask for one of our pages.</summary>
    public static bool IsOwnPicture(string? url) =>
        IsPlain(url) && IsOwnPath(url!) && Pictures.Any(end => url!.EndsWith(end, StringComparison.OrdinalIgnoreCase)) && url!.AsSpan().IndexOfAny('?', '#') < 0;

    /// <summary>Completes our own paths, for readers that are not at the site. A picture keeps one address: they know no srcset of ours.</summary>
    public static void Complete(MarkdownDocument document, Uri site)
    {
        foreach (var link in document.Descendants<LinkInline>())
        {
            if ((link.GetDynamicUrl?.Invoke() ?? link.Url) is { } url && IsPlain(url) && IsOwnPath(url))
                (link.Url, link.GetDynamicUrl) = (new Uri(site, url).AbsoluteUri, null);
            if (link.IsImage)
                link.TryGetAttributes()?.Properties?.RemoveAll(p => p.Key is "srcset" or "sizes");
        }
    }

    /// <summary>Browsers drop tabs and line ends within an address, and take a backslash for a slash: neither has a place in one.</summary>
    private static bool IsPlain(string? url) =>
        !string.IsNullOrEmpty(url) && !url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\');

    private static bool IsOwnPath(string url) => url[0] == '/' && !url.StartsWith("//", StringComparison.Ordinal);
}
