using Microsoft.AspNetCore.Identity;
using Solidarity.Domain;
using Solidarity.Domain.Letters;
using Solidarity.Domain.People;

namespace Solidarity.Web.Account;

/// <summary>A letter with a link to choose a new password; to an address without an account, a letter that says so. The page knows neither.</summary>
public sealed class ForgottenPassword(SolidarityDb db, UserManager<Person> people, LimitAttempts limit, EndSessions end, TimeProvider clock)
{
    /// <exception cref="Refusal">No address, or too many letters.</exception>
    public async Task AskAsync(string? typed, string language, string network, CancellationToken cancel)
    {
        var email = EmailAddress.ToAscii(typed?.Trim() ?? "") ?? throw new Refusal(string.IsNullOrWhiteSpace(typed) ? Reason.EmailMissing : Reason.EmailNotValid, "email");
        await limit.TakeAsync(AttemptKind.LetterFrom, network, cancel);
        await limit.TakeAsync(AttemptKind.Letter, people.NormalizeEmail(email)!, cancel);
        var person = await people.FindByEmailAsync(email);
        var open = person is { ClosedAt: null, ErasedAt: null };
        // Made in both cases: it takes time.
        var link = await LinkAsync(open ? person! : Nobody(email, language));
        _ = open
            ? db.Write(LetterKind.ResetPassword, (email, null), person!.Language, clock.GetUtcNow(), link)
            : db.Write(LetterKind.NoAccount, (email, null), language, clock.GetUtcNow(), "/sign-up");
        await db.SaveChangesAsync(cancel);
    }

    private Person Nobody(string email, string language)
    {
        var nobody = Person.New(email, "", language, clock.GetUtcNow());
        nobody.SecurityStamp = UnguessableToken.Create();
        return nobody;
    }

    /// <summary>A path that lets its reader choose a new password, once, for two hours.</summary>
    public async Task<string> LinkAsync(Person person) =>
        "/sign-in/new-password" + QueryString.Create([KeyValuePair.Create("person", (string?)person.Id.ToString("N")), KeyValuePair.Create("link", (string?)await people.GeneratePasswordResetTokenAsync(person))]);

    /// <summary>Whoever was signed in anywhere is so no more.</summary>
    /// <exception cref="Refusal">The link is of no use, or the password is not good enough.</exception>
    public async Task ChooseAsync(Guid personId, string? link, string? password, string network, CancellationToken cancel)
    {
        await limit.TakeAsync(AttemptKind.LinkFrom, network, cancel);
        if (await FindAsync(personId, link) is not { } person)
            throw new Refusal(Reason.LinkNotValid);
        PasswordRules.Check(password, person.Email!, person.Name, "password");
        // The letter reached its reader, who might not have confirmed otherwise: an administrator made by command.
        (person.EmailConfirmed, person.LockoutEnd) = (true, null);
        db.Write(LetterKind.PasswordChanged, (person.Email!, person.Name), person.Language, clock.GetUtcNow(), "/account");
        if (!(await people.ResetPasswordAsync(person, link!, password!)).Succeeded)
            throw new Refusal(Reason.LinkNotValid);
        await people.ResetAccessFailedCountAsync(person);
        await end.AllAsync(person.Id, null, cancel);
        await limit.ForgetAsync(AttemptKind.SignIn, person.NormalizedEmail!, cancel);
    }

    public async Task<Person?> FindAsync(Guid personId, string? link)
    {
        var person = await people.FindByIdAsync(personId.ToString());
        return person is { ClosedAt: null, ErasedAt: null } && link is not null
            && await people.VerifyUserTokenAsync(person, people.Options.Tokens.PasswordResetTokenProvider, UserManager<Person>.ResetPasswordTokenPurpose, link) ? person : null;
    }
}
