namespace Solidarity.Web.Watching;

/// <summary>The address that was asked, without what was in it: "/gifts/{token}".</summary>
internal static class RouteOf
{
    /// <returns>Null where no address of the application was asked, or nobody knows yet.</returns>
    public static string? Request(HttpContext context) =>
        context.Features.Get<AskedEndpoint>()?.Endpoint is RouteEndpoint { RoutePattern.RawText: { } pattern } ? Of(pattern) : null;

    public static string Of(string pattern) => pattern.StartsWith('/') ? pattern : "/" + pattern;
}
