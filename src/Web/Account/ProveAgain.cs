using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Account;

/// <summary>The password again, before something that a stranger at an unlocked computer should not be able to do.</summary>
public sealed class ProveAgain(SolidarityDb db, IPasswordHasher<Person> hasher, LimitAttempts limit, TimeProvider clock)
{
    /// <exception cref="Refusal">Wrong, or too many tries.</exception>
    public async Task RunAsync(CurrentSession session, string? password, CancellationToken cancel)
    {
        await limit.TakeAsync(AttemptKind.Proof, session.PersonId.ToString(), cancel);
        var person = await db.People.AsNoTracking().SingleAsync(p => p.Id == session.PersonId, cancel);
        if (person.PasswordHash is not { } hash || hasher.VerifyHashedPassword(person, hash, password is { Length: <= PasswordRules.Longest } ? password : "") == PasswordVerificationResult.Failed)
            throw new Refusal(Reason.PasswordWrong, "password");
        DateTimeOffset? now = clock.GetUtcNow();
        await db.Sessions.Where(s => s.Id == session.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.ProvedAt, now), cancel);
        await limit.ForgetAsync(AttemptKind.Proof, session.PersonId.ToString(), cancel);
    }
}
