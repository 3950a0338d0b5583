using System.Net;
using Solidarity.Web.Watching.Prometheus;

namespace Solidarity.Web.Watching.Health;

/// <summary>Who is told what is the matter, and not only that something is: a full disk or a wrong secret is a hint to whoever means harm.</summary>
internal static class Insiders
{
    /// <summary>What proxies add, and what is left of it once it has been read.</summary>
    private static readonly string[] Forwarded = ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-IP", "X-Original-For", "X-Original-Proto", "X-Original-Host"];

    /// <summary>Asked from this machine and not through a proxy on it, or with the token of those who watch.</summary>
    public static bool IsInsider(this HttpContext context, WatchSettings watching) =>
        (context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !Forwarded.Any(context.Request.Headers.ContainsKey))
        || (watching.MetricsToken is { } token && context.Request.Shows(token));
}
