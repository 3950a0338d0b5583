using AngleSharp.Dom;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.App.Tests.Site;

namespace Solidarity.App.Tests.Hostile;

/// <summary>One address of the application.</summary>
/// <param name="Handlers">Names of the page's handlers beside the plain ones.</param>
/// <param name="Fields">What its query or form is read for, each with a value that is right, as far as known.</param>
internal sealed record HostileTarget(string Route, string Method, IReadOnlyList<string> Handlers, Dictionary<string, string> Fields)
{
    public override string ToString() => $"{Method} /{Route}";
}

/// <summary>Every address of the application, from its routes; what each reads, from its page model and the forms that it shows.</summary>
internal static class HostileTargets
{
    public static IReadOnlyList<HostileTarget> Of(SiteFixture site) => [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .SelectMany(Methods).OrderBy(t => t.Route, StringComparer.Ordinal).ThenBy(t => t.Method, StringComparer.Ordinal)];

    /// <summary>Adds the fields of the forms that a page shows.</summary>
    public static void Learn(HostileTarget target, Site.Page page)
    {
        foreach (var field in page.Html.QuerySelectorAll("form[method=post] [name]"))
            target.Fields[field.GetAttribute("name")!] = page.Value(field.GetAttribute("name")!) is { Length: > 0 } value ? value : field.GetAttribute("value") ?? "";
        target.Fields.Remove("__RequestVerificationToken");
    }

    private static IEnumerable<HostileTarget> Methods(RouteEndpoint endpoint)
    {
        var route = endpoint.RoutePattern.RawText!.TrimStart('/');
        if (endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page)
        {
            foreach (var method in page.HandlerMethods.Select(h => h.HttpMethod.ToUpperInvariant()).Append("GET").Distinct())
            {
                var handlers = page.HandlerMethods.Where(h => h.HttpMethod.Equals(method, StringComparison.OrdinalIgnoreCase)).ToList();
                var names = handlers.SelectMany(h => h.Parameters).Select(p => p.Name).Concat(page.BoundProperties.SelectMany(p => Names(p.Name, p.ParameterType)));
                yield return new(route, method, [.. handlers.Select(h => h.Name).OfType<string>().Distinct()], names.Distinct().ToDictionary(n => n, _ => ""));
            }
        }
        else
        {
            // Files are many alike: one method is enough, and the same words for all.
            var asset = endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
            string[] queries = asset ? ["v"] : ["page", "before", "after", "q", "to", "language", "size", "token"];
            foreach (var method in asset ? ["GET"] : endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                yield return new(route, method, [], queries.ToDictionary(n => n, _ => ""));
        }
    }

    /// <summary>A form bound into an object is read field by field.</summary>
    private static IEnumerable<string> Names(string name, Type type) => type.Assembly.GetName().Name!.StartsWith("Solidarity", StringComparison.Ordinal) && !type.IsEnum
        ? type.GetProperties().Select(p => $"{name}.{p.Name}").Concat(type.GetProperties().Select(p => p.Name))
        : [name, $"{name}[0]"];
}
