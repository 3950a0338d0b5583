using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.OutputCaching;
using Solidarity.Web.Caching;

namespace Solidarity.Web.Language;

/// <summary>Where the page being shown can be read in another language.</summary>
public static class LanguageLinks
{
    private static readonly Dictionary<string, string> OwnNames = new()
    {
        ["fr"] = "Français",
        ["nl"] = "Nederlands",
        ["en"] = "English",
        ["it"] = "Italiano",
        ["de"] = "Deutsch",
    };

    /// <summary>What the language calls itself.</summary>
    public static string OwnName(string language) => OwnNames[language];

    /// <summary>Path and query of this page, without its language.</summary>
    /// <remarks>A cached page is shown to others too: it must not repeat words of the first reader's query.</remarks>
    public static string Here(this HttpContext context)
    {
        var asked = context.Features.Get<IStatusCodeReExecuteFeature>() is { } failed ? new PathString(failed.OriginalPath).ToUriComponent() : context.Request.Path.ToUriComponent();
        var cached = context.Features.Get<IOutputCacheFeature>()?.Context.EnableOutputCaching == true;
        // Keys mean the same in any case, and the cache knows no other.
        var kept = context.Request.Query.Select(q => KeyValuePair.Create(q.Key.ToLowerInvariant(), q.Value))
            .Where(q => q.Key != ReaderLanguageExtensions.Query && (!cached || PageCache.QueryKeys.Contains(q.Key)));
        return asked + QueryString.Create(kept);
    }

    /// <summary>The link that keeps the choice in a cookie and comes back here.</summary>
    public static string Choose(this HttpContext context, string language) => $"/language/{language}?to={Uri.EscapeDataString(context.Here())}";

    /// <summary>This page in that language, for search engines.</summary>
    public static string In(this HttpContext context, string language)
    {
        var here = context.Here();
        return $"{here}{(here.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{ReaderLanguageExtensions.Query}={language}";
    }
}
