namespace Solidarity.App.Tests.Hostile;

/// <summary>What every answer of the application carries.</summary>
internal static class SecurityHeaders
{
    private static readonly string[] Promised = ["Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy"];

    public static List<string> Missing(RawAnswer answer) => [.. Promised.Where(h => answer.Header(h) is null)];
}
