using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;
using Solidarity.Web.People;

namespace Solidarity.App.Tests.People;

/// <summary>One address of the application: its route, a method it knows, and what it asks.</summary>
public sealed record Address(string Route, string Method, AsksAttribute? Asks)
{
    public override string ToString() => $"{Method} /{Route}";
}

/// <summary>Every address of the application, from its routes.</summary>
public static class RightsTable
{
    /// <summary>Files of wwwroot that are newer than the build, in development only.</summary>
    private const string DevelopmentFiles = "{**path:file}";

    public static IReadOnlyList<Address> Of(SiteFixture site) => [.. Endpoints(site).SelectMany(Addresses).OrderBy(a => a.Route, StringComparer.Ordinal).ThenBy(a => a.Method, StringComparer.Ordinal).Distinct()];

    /// <summary>Addresses that say nothing about who may open them. They are shut, and should not be there.</summary>
    public static IReadOnlyList<string> Silent(SiteFixture site) => [.. Endpoints(site)
        .Where(e => e.Metadata.GetMetadata<AsksAttribute>() is null && e.Metadata.GetMetadata<EveryoneAttribute>() is null).Select(e => e.RoutePattern.RawText ?? e.DisplayName ?? "?")];

    private static IEnumerable<RouteEndpoint> Endpoints(SiteFixture site) => site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.RoutePattern.RawText != DevelopmentFiles);

    private static IEnumerable<Address> Addresses(RouteEndpoint endpoint)
    {
        var page = endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.CompiledPageActionDescriptor>();
        var methods = page?.HandlerMethods.Select(h => h.HttpMethod.ToUpperInvariant()).Where(HttpMethods.IsPost).Append("GET").Distinct()
            ?? endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];
        return methods.Select(m => new Address(endpoint.RoutePattern.RawText!.TrimStart('/'), m, endpoint.Metadata.GetMetadata<AsksAttribute>()));
    }
}
