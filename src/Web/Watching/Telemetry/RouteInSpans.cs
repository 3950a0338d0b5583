using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Solidarity.Web.Watching.Telemetry;

/// <summary>Says in the span of a request what was asked, by its route.</summary>
internal static class RouteInSpans
{
    public const string Route = "http.route";
    public const string Method = "http.request.method";
    public const string Status = "http.response.status_code";

    public static void UseRouteInSpans(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var span = context.Features.Get<IHttpActivityFeature>()?.Activity;
        try
        {
            await next(context);
        }
        finally
        {
            if (span is { IsAllDataRequested: true })
                Describe(span, context);
        }
    });

    private static void Describe(Activity span, HttpContext context)
    {
        var (method, route) = (MethodOf(context.Request.Method), RouteOf.Request(context));
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag(Method, method).SetTag(Route, route).SetTag(Status, context.Response.StatusCode);
        if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            span.SetStatus(ActivityStatusCode.Error);
    }

    /// <summary>Anybody can invent a method.</summary>
    private static string MethodOf(string method) => method is "GET" or "HEAD" or "POST" or "PUT" or "DELETE" or "OPTIONS" or "PATCH" ? method : "HTTP";
}
