using Microsoft.AspNetCore.DataProtection;
using Solidarity.Domain;
using Solidarity.Domain.People;

namespace Solidarity.Web.People;

/// <summary>
/// A mark, one an account, that a browser has signed in before. Its wrong tries are counted apart from those of strangers, who therefore cannot lock
/// the owner out by trying. It opens nothing: the password is asked for all the same. Another password makes it worthless.
/// </summary>
public sealed class KnownBrowser(IDataProtectionProvider protection, IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>The beginning of the cookie's name; the rest says, to us alone, which account.</summary>
    public const string Cookie = "known-";

    private const int NameLength = 12;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Solidarity.KnownBrowser").ToTimeLimitedDataProtector();

    private HttpContext Context => http.HttpContext!;

    public void Keep(Person person) => Context.Response.Cookies.Append(
        NameOf(person), _protector.Protect($"{Secret(person)} {Find(person) ?? UnguessableToken.Create()}", clock.GetUtcNow() + Lifetime), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = Context.Request.IsHttps,
            MaxAge = Lifetime,
            Path = "/sign-in",
        });

    /// <returns>The word that this browser's tries are counted under; null where it has never signed in to that account, or only with another password.</returns>
    public string? Find(Person person)
    {
        if (Context.Request.Cookies[NameOf(person)] is not { Length: > 0 } cookie)
            return null;
        try
        {
            return _protector.Unprotect(cookie, out var ends).Split(' ') is [var secret, var mark] && ends > clock.GetUtcNow() && secret == Secret(person) ? mark : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private static string NameOf(Person person) => Cookie + SecretHash.Of($"known:{person.Id:N}")[..NameLength];

    private static string Secret(Person person) => SecretHash.Of($"{person.Id:N} {person.PasswordHash}");
}
