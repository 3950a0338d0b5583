using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Letters;
using Solidarity.Domain.People;

namespace Solidarity.Web.Account;

/// <summary>What somebody types to open an account.</summary>
/// <param name="Password">Null or empty for who will use a passkey.</param>
/// <param name="To">Where to go on to once the address is confirmed: a path of this site, or else forgotten.</param>
public sealed record AccountRequest(string? Name, string? Email, string? Password, string Language, string? To = null);

/// <summary>
/// Writes to the address, and says nothing else: whether it has an account already is for its owner alone to read. The same is hashed, stored
/// and sent in both cases, so that the time it takes tells nothing either.
/// </summary>
public sealed class AskForAccount(SolidarityDb db, UserManager<Person> people, IPasswordHasher<Person> hasher, LimitAttempts limit, TimeProvider clock)
{
    public const int LongestName = 100;

    /// <summary>A letter has no room for longer ones, and no page of ours has them.</summary>
    private const int LongestTo = 500;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <exception cref="Refusal">With all that is wrong, by fields name, email, password; or too many letters.</exception>
    public async Task RunAsync(AccountRequest request, string network, CancellationToken cancel)
    {
        var (name, email) = Check(request);
        var normalized = people.NormalizeEmail(email)!;
        await limit.TakeAsync(AttemptKind.LetterFrom, network, cancel);
        await limit.TakeAsync(AttemptKind.Letter, normalized, cancel);
        var (now, token) = (clock.GetUtcNow(), UnguessableToken.Create());
        var exists = await db.People.AnyAsync(p => p.NormalizedEmail == normalized, cancel);
        var hash = hasher.HashPassword(null!, request.Password ?? "");
        db.SignUps.Add(new SignUp
        {
            Id = Guid.CreateVersion7(now),
            Email = email,
            NormalizedEmail = normalized,
            Name = name,
            Language = request.Language,
            PasswordHash = string.IsNullOrEmpty(request.Password) ? null : hash,
            TokenHash = SecretHash.Of(token),
            ExpiresAt = now + Lifetime,
        });
        // In the letter, because it may be opened in another browser.
        var to = request.To is { Length: <= LongestTo } ? request.To : null;
        // Not with the name: whoever asks could write anything to anybody in it.
        _ = exists
            ? db.Write(LetterKind.AccountExists, (email, null), request.Language, now, "/sign-in".With(to))
            : db.Write(LetterKind.ConfirmAddress, (email, null), request.Language, now, $"/account/confirm?link={token}".With(to));
        await db.SaveChangesAsync(cancel);
    }

    private static (string Name, string Email) Check(AccountRequest request)
    {
        var asked = new FormWords();
        var (name, email) = (asked.Name(request.Name, "name", LongestName), asked.Email(request.Email, "email"));
        if (!string.IsNullOrEmpty(request.Password) && PasswordRules.Wrong(request.Password, email, name, "password") is { } wrong)
            asked.Add(wrong);
        asked.Refuse();
        return (name, email);
    }
}
