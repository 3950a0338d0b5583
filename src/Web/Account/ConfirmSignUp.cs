using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.People;

namespace Solidarity.Web.Account;

/// <summary>
/// The account begins, for whoever reads the letter and knows the password that the account was asked for with: so nobody can prepare an account for
/// somebody else's address and wait for its owner to press the button.
/// </summary>
public sealed class ConfirmSignUp(SolidarityDb db, UserManager<Person> people, IPasswordHasher<Person> hasher, LimitAttempts limit, BeginSession begin, TimeProvider clock)
{
    /// <summary>Null where the link is of no use any more, or never was.</summary>
    public Task<SignUp?> FindAsync(string? link, CancellationToken cancel)
    {
        var (hash, now) = (SecretHash.Of(link ?? ""), clock.GetUtcNow());
        return db.SignUps.AsNoTracking().SingleOrDefaultAsync(s => s.TokenHash == hash && s.ExpiresAt > now, cancel);
    }

    /// <exception cref="Refusal">The link is of no use, the password is another, too many tries.</exception>
    public async Task<Person> RunAsync(string? link, string? password, string network, CancellationToken cancel)
    {
        await limit.TakeAsync(AttemptKind.LinkFrom, network, cancel);
        var asked = await FindAsync(link, cancel) ?? throw new Refusal(Reason.LinkNotValid);
        await limit.TakeAsync(AttemptKind.Proof, asked.Id.ToString(), cancel);
        if (asked.PasswordHash is { } hash && hasher.VerifyHashedPassword(null!, hash, password ?? "") == PasswordVerificationResult.Failed)
            throw new Refusal(Reason.PasswordWrong, "password");
        var person = Person.New(asked.Email, asked.Name, asked.Language, clock.GetUtcNow());
        (person.EmailConfirmed, person.PasswordHash) = (true, asked.PasswordHash);
        // The database refuses a second account for the address, whoever was first.
        if (!(await people.CreateAsync(person)).Succeeded)
            throw new Refusal(Reason.LinkNotValid);
        await db.SignUps.Where(s => s.NormalizedEmail == asked.NormalizedEmail).ExecuteDeleteAsync(cancel);
        await begin.RunAsync(person, SignInMeans.Password, stay: false);
        return person;
    }
}
