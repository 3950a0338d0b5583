using Microsoft.AspNetCore.Identity;
using Solidarity.Domain;
using Solidarity.Domain.Letters;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Account;

/// <summary>Another password, or a first one. All other sessions end, and the owner is told.</summary>
public sealed class ChangePassword(SolidarityDb db, UserManager<Person> people, IPasswordHasher<Person> hasher, EndSessions end, KnownBrowser known, TimeProvider clock)
{
    /// <exception cref="Refusal">It is not good enough.</exception>
    public async Task RunAsync(Person person, string? password, Guid sessionId, CancellationToken cancel)
    {
        PasswordRules.Check(password, person.Email!, person.Name, "password");
        person.PasswordHash = hasher.HashPassword(person, password!);
        db.Write(LetterKind.PasswordChanged, (person.Email!, person.Name), person.Language, clock.GetUtcNow(), "/account");
        // Saves, and makes links and half sign-ins from before worthless.
        await people.UpdateSecurityStampAsync(person);
        known.Keep(person);
        await end.AllAsync(person.Id, sessionId, cancel);
    }
}
