using Microsoft.AspNetCore.Identity;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Account;

/// <summary>
/// Says the same, after the same work, whether the password is wrong, the account is locked or closed, or there is none: one password is
/// hashed and one row is saved each time.
/// </summary>
public sealed class SignInByPassword(SolidarityDb db, UserManager<Person> people, IPasswordHasher<Person> hasher, LimitAttempts limit, BeginSession begin, KnownBrowser known)
{
    /// <summary>A hash of the same cost as any other, of a password that nobody has.</summary>
    private static string? _nobodys;

    /// <returns>Whether a second factor is asked for before the session begins.</returns>
    /// <exception cref="Refusal">Wrong, or too many tries.</exception>
    public async Task<bool> RunAsync(string? email, string? password, bool stay, string network, CancellationToken cancel)
    {
        var normalized = people.NormalizeEmail(EmailAddress.ToAscii(email?.Trim() ?? "") ?? "")!;
        await limit.TakeAsync(AttemptKind.SignInFrom, network, cancel);
        var person = normalized.Length == 0 ? null : await people.FindByEmailAsync(normalized);
        // What strangers try neither uses up the owner's tries nor locks their browser out; and signing in gives strangers none back.
        var mark = person is null ? null : known.Find(person);
        var counted = mark is null ? normalized : $"{normalized} {mark}";
        await limit.TakeAsync(AttemptKind.SignIn, counted, cancel);
        if (!IsRight(person, password) || person is not { ClosedAt: null, ErasedAt: null, EmailConfirmed: true } || (mark is null && await people.IsLockedOutAsync(person)))
        {
            await RefuseAsync(person, mark is not null, cancel);
            throw new Refusal(Reason.SignInWrong);
        }

        await limit.ForgetAsync(AttemptKind.SignIn, counted, cancel);
        if (person.TwoFactorEnabled)
        {
            await begin.HalfAsync(person, stay);
            return true;
        }

        await people.ResetAccessFailedCountAsync(person);
        await begin.RunAsync(person, SignInMeans.Password, stay);
        return false;
    }

    private bool IsRight(Person? person, string? password)
    {
        _nobodys ??= hasher.HashPassword(null!, UnguessableToken.Create());
        // A very long password costs more to hash; no account has one.
        var typed = password is { Length: <= PasswordRules.Longest } ? password : "";
        var answer = hasher.VerifyHashedPassword(person!, person?.PasswordHash ?? _nobodys, typed);
        return person?.PasswordHash is not null && answer != PasswordVerificationResult.Failed;
    }

    private async Task RefuseAsync(Person? person, bool isKnown, CancellationToken cancel)
    {
        if (person is null)
        {
            // In place of the note that an account would get.
            db.Attempts.Add(new Attempt { Key = SecretHash.Of("nobody"), At = DateTimeOffset.UnixEpoch });
            await db.SaveChangesAsync(cancel);
            return;
        }

        if (isKnown)
        {
            begin.Note(person.Id, SignInMeans.Password, SignInOutcome.Refused);
            await db.SaveChangesAsync(cancel);
            return;
        }

        begin.Note(person.Id, SignInMeans.Password, await people.IsLockedOutAsync(person) ? SignInOutcome.LockedOut : SignInOutcome.Refused);
        await people.AccessFailedAsync(person);
    }
}
