using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Account;

/// <summary>Signs somebody in who has shown who they are, or half of it.</summary>
public sealed class BeginSession(SolidarityDb db, IHttpContextAccessor http, KnownBrowser known, TimeProvider clock)
{
    private const string Stamp = "stamp";
    private const string Stay = "stay";

    private HttpContext Context => http.HttpContext!;

    /// <param name="means">What they showed last. A passkey, a code or a recovery code makes the session strong; a password never does.</param>
    /// <param name="stay">Whether the browser keeps it when it is closed.</param>
    public async Task RunAsync(Person person, SignInMeans means, bool stay)
    {
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, person.Id.ToString()), new Claim("amr", means switch { SignInMeans.Password => "pwd", SignInMeans.Passkey => "passkey", _ => "mfa" })],
            IdentityConstants.ApplicationScheme);
        Note(person.Id, means, SignInOutcome.Succeeded);
        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        known.Keep(person);
        // Saves the note as well.
        await Context.SignInAsync(IdentityConstants.ApplicationScheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = stay });
    }

    /// <summary>The password was right, and a second factor is asked for within five minutes.</summary>
    public async Task HalfAsync(Person person, bool stay)
    {
        Note(person.Id, SignInMeans.Password, SignInOutcome.SecondFactorAsked);
        await db.SaveChangesAsync(Context.RequestAborted);
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, person.Id.ToString()), new Claim(Stamp, person.SecurityStamp!), new Claim(Stay, stay.ToString())], IdentityConstants.TwoFactorUserIdScheme);
        await Context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(identity));
    }

    /// <summary>Who is half signed in; nobody, once password or factors have changed since.</summary>
    public async Task<(Person Person, bool Stay)?> FindHalfAsync()
    {
        var half = (await Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme)).Principal;
        return half?.FindFirstValue(Stamp) is { } stamp && Guid.TryParse(half.FindFirstValue(ClaimTypes.Name), out var id)
            && await db.People.FindAsync([id], Context.RequestAborted) is { ClosedAt: null, ErasedAt: null } person && person.SecurityStamp == stamp
                ? (person, half.FindFirstValue(Stay) == bool.TrueString)
                : null;
    }

    /// <summary>Adds to the history that the owner sees; saved with whatever the caller saves.</summary>
    public void Note(Guid personId, SignInMeans means, SignInOutcome outcome) => db.SignIns.Add(
        new SignIn { PersonId = personId, At = clock.GetUtcNow(), Means = means, Outcome = outcome, Address = Context.Address(), Browser = Context.Browser() });
}
