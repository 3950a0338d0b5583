using Microsoft.AspNetCore.StaticAssets;

namespace Solidarity.Web.Watching.Prometheus;

/// <summary>Which routes are named one by one: pages and addresses of the application. Files of wwwroot, a hundred and more, are one.</summary>
public sealed class KnownRoutes(IServiceProvider services)
{
    public const string Files = "files";

    /// <summary>Nothing of the application is at the address that was asked.</summary>
    public const string Nowhere = "none";

    private readonly Lazy<HashSet<string>> _routes = new(() => [.. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null).Select(e => RouteOf.Of(e.RoutePattern.RawText ?? ""))]);

    /// <param name="route">As the server measured it; null where none was found.</param>
    public string LabelOf(string? route) => route switch
    {
        null => Nowhere,
        _ when _routes.Value.Contains(RouteOf.Of(route)) => RouteOf.Of(route),
        _ => Files,
    };
}
