using Microsoft.AspNetCore.WebUtilities;
using Solidarity.Domain.CardTesting;
using Solidarity.Web.Language;

namespace Solidarity.Web.Account;

/// <summary>What a request says about who sends it.</summary>
public static class Caller
{
    private const int LongestBrowser = 400;

    /// <summary>The network that tries are counted for.</summary>
    public static string Network(this HttpContext context) => Household.Of(context.Connection.RemoteIpAddress).ToString();

    public static string? Address(this HttpContext context) => context.Connection.RemoteIpAddress?.ToString();

    public static string Browser(this HttpContext context)
    {
        var browser = context.Request.Headers.UserAgent.ToString();
        return browser.Length > LongestBrowser ? browser[..LongestBrowser] : browser;
    }

    /// <summary>Where to go on to afterwards: a path of this site, or else <paramref name="otherwise"/>.</summary>
    public static string Onward(string? to, string otherwise = "/account") => ReaderLanguageExtensions.IsOurs(to) ? to : otherwise;

    /// <summary>A path, perhaps with a query, and where to go on to.</summary>
    public static string With(this string path, string? to) => ReaderLanguageExtensions.IsOurs(to) ? QueryHelpers.AddQueryString(path, "to", to) : path;
}
