using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.People;

namespace Solidarity.Benchmarks.Running;

/// <summary>One of the demo's people in a browser: by password and authenticator, as they would.</summary>
internal static partial class SignedIn
{
    private const string Password = "soup for everyone";
    private const string Token = "__RequestVerificationToken";

    /// <returns>The cookie of the session, as a browser sends it.</returns>
    public static async Task<string> CookieAsync(Running site, string database, string email)
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var http = new HttpClient(handler) { BaseAddress = site.Address };
        await PostAsync(http, "/sign-in", new() { ["Email"] = email, ["password"] = Password });
        await PostAsync(http, "/sign-in/second-factor", new() { ["code"] = await CodeAsync(database, email) });
        var session = cookies.GetCookies(site.Address)["session"] ?? throw new InvalidOperationException($"{email} could not sign in.");
        return $"{session.Name}={session.Value}";
    }

    private static async Task PostAsync(HttpClient http, string path, Dictionary<string, string> fields)
    {
        var token = Hidden().Match(await http.GetStringAsync(path));
        fields[Token] = WebUtility.HtmlDecode(token.Groups["value"].Value);
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<string> CodeAsync(string database, string email)
    {
        await using var db = DataCommand.Open(database);
        var key = await db.Set<IdentityUserToken<Guid>>().Where(t => t.Name == "AuthenticatorKey" && db.People.Any(p => p.Id == t.UserId && p.Email == email)).Select(t => t.Value).SingleAsync();
        var used = await db.People.Where(p => p.Email == email).Select(p => p.LastCodeStep).SingleAsync();
        var now = OneTimeCodes.StepAt(TimeProvider.System.GetUtcNow());
        return OneTimeCodes.Of(key!, Math.Clamp(used + 1, now, now + 1)).ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex($"""<input name="{Token}" type="hidden" value="(?<value>[^"]+)""")]
    private static partial Regex Hidden();
}
