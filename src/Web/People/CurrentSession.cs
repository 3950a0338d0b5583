using System.Security.Claims;
using Solidarity.Domain.People;

namespace Solidarity.Web.People;

/// <summary>Who is signed in on this request, as the database says now.</summary>
/// <param name="Strong">With a passkey, or with a second factor.</param>
/// <param name="ProvedAt">When they last showed that it was them.</param>
public sealed record CurrentSession(Guid Id, Guid PersonId, string Name, string Language, PlatformRole PlatformRole, bool Strong, DateTimeOffset ProvedAt);

public static class CurrentSessions
{
    /// <summary>Null for who is not signed in.</summary>
    public static CurrentSession? Session(this ClaimsPrincipal user) => (user.Identity as SessionIdentity)?.Session;

    /// <summary>On pages that ask for a right.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static CurrentSession Session(this HttpContext context) => context.User.Session() ?? throw new InvalidOperationException("Nobody is signed in.");

    public static ClaimsPrincipal With(this ClaimsPrincipal user, CurrentSession session) => new(new SessionIdentity((ClaimsIdentity)user.Identity!, session));

    private sealed class SessionIdentity(ClaimsIdentity identity, CurrentSession session) : ClaimsIdentity(identity)
    {
        public CurrentSession Session { get; } = session;

        /// <summary>By which Identity and the forms' tokens know the person.</summary>
        public override IEnumerable<Claim> Claims => base.Claims.Append(new Claim(ClaimTypes.NameIdentifier, Session.PersonId.ToString()));
    }
}
