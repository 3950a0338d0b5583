using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using Solidarity.Web.People;
using Solidarity.Web.Safety;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Watching.Prometheus;

/// <summary>/metrics: for whoever shows the token (docs/decisions/0013-watching.md); without a token in the settings there is no such address.</summary>
public static class MetricsAddress
{
    public const string Path = "/metrics";

    private const string Scheme = "Bearer ";

    public static void MapMetrics(this WebApplication app)
    {
        if (app.Services.GetRequiredService<Settings>().Watching.MetricsToken is { } token)
            app.MapGet(Path, (HttpContext context, KeptMetrics metrics) => Answer(context, metrics, token)).ExcludeFromDescription().ForEveryone();
    }

    private static IResult Answer(HttpContext context, KeptMetrics metrics, string token)
    {
        context.Response.KeepSecret();
        if (context.Request.Shows(token))
            return Results.Text(metrics.Read(), PrometheusText.ContentType);
        context.Response.Headers[HeaderNames.WWWAuthenticate] = "Bearer";
        return Results.StatusCode(StatusCodes.Status401Unauthorized);
    }

    /// <summary>Whether it brings the token of those who watch the site.</summary>
    internal static bool Shows(this HttpRequest request, string token) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        // Compared by their hashes: how long it takes says nothing of the token.
        && CryptographicOperations.FixedTimeEquals(Hash(header[Scheme.Length..].Trim()), Hash(token));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
