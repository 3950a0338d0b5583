using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.Account;

namespace Solidarity.Web.People;

/// <summary>The cookie holds the number of a session; everything else is asked of the database at every request, so that what was ended has ended.</summary>
internal sealed class SessionCookie(SolidarityDb db, TimeProvider clock) : CookieAuthenticationEvents
{
    public const string Claim = "session";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>How exactly a session's last use is kept.</summary>
    private static readonly TimeSpan SeenWithin = TimeSpan.FromMinutes(5);

    /// <summary>Every sign-in begins a session of its own: a cookie from before it is worth nothing.</summary>
    public override async Task SigningIn(CookieSigningInContext context)
    {
        var now = clock.GetUtcNow();
        var user = (ClaimsIdentity)context.Principal!.Identity!;
        var session = new PersonSession
        {
            Id = Guid.CreateVersion7(now),
            PersonId = Guid.Parse(context.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!),
            StartedAt = now,
            SeenAt = now,
            ExpiresAt = now + Lifetime,
            Strong = user.HasClaim(c => c is { Type: "amr", Value: "mfa" or "passkey" }),
            Address = context.HttpContext.Address(),
            Browser = context.HttpContext.Browser(),
        };
        await EndAsync(context.HttpContext);
        db.Sessions.Add(session);
        await db.SaveChangesAsync(context.HttpContext.RequestAborted);
        // Nothing personal travels: the number alone.
        context.Principal = Ticket(session.Id);
        context.Properties.ExpiresUtc = session.ExpiresAt;
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var cancel = context.HttpContext.RequestAborted;
        var now = clock.GetUtcNow();
        var known = Guid.TryParse(context.Principal?.FindFirstValue(Claim), out var id)
            ? await db.Sessions.Where(s => s.Id == id && s.EndedAt == null && s.ExpiresAt > now && s.Person.ClosedAt == null && s.Person.ErasedAt == null)
                .Select(s => new { s.SeenAt, Current = new CurrentSession(s.Id, s.PersonId, s.Person.Name, s.Person.Language, s.Person.PlatformRole, s.Strong, s.ProvedAt ?? s.StartedAt) }).SingleOrDefaultAsync(cancel)
            : null;
        if (known is null)
        {
            context.RejectPrincipal();
            context.Response.Cookies.Delete(context.Options.Cookie.Name!);
            return;
        }

        if (now - known.SeenAt > SeenWithin)
            await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), cancel);
        context.ReplacePrincipal(context.Principal!.With(known.Current));
    }

    public override Task SigningOut(CookieSigningOutContext context) => EndAsync(context.HttpContext);

    /// <summary>What the browser had is worth nothing any more, even to whoever copied it.</summary>
    private async Task EndAsync(HttpContext http)
    {
        if (http.User.Session() is not { } session)
            return;
        DateTimeOffset? now = clock.GetUtcNow();
        await db.Sessions.Where(s => s.Id == session.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), CancellationToken.None);
    }

    /// <summary>What the cookie says, before the database is asked.</summary>
    public static ClaimsPrincipal Ticket(Guid sessionId) => new(new ClaimsIdentity([new Claim(Claim, sessionId.ToString())], IdentityConstants.ApplicationScheme));
}
