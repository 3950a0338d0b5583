using Microsoft.AspNetCore.Identity;
using Solidarity.Domain;
using Solidarity.Domain.Letters;
using Solidarity.Domain.People;

namespace Solidarity.Web.Account;

/// <summary>Codes of an authenticator app besides the password.</summary>
public sealed class SecondFactor(SolidarityDb db, UserManager<Person> people, LimitAttempts limit, BeginSession begin, EndSessions end, TimeProvider clock)
{
    private const int Codes = 10;

    /// <summary>The key to be taken over into the app: the one that was shown before, until it is in use.</summary>
    public async Task<string> KeyAsync(Person person)
    {
        if (await people.GetAuthenticatorKeyAsync(person) is not { Length: > 0 })
            await people.ResetAuthenticatorKeyAsync(person);
        return (await people.GetAuthenticatorKeyAsync(person))!;
    }

    /// <summary>Takes effect once the app has shown a right code: the session is strong from then on, and all others end.</summary>
    /// <returns>Recovery codes, to be shown once.</returns>
    /// <exception cref="Refusal">The code is wrong, or too many tries.</exception>
    public async Task<IReadOnlyList<string>> SwitchOnAsync(Person person, string? code, CancellationToken cancel)
    {
        await limit.TakeAsync(AttemptKind.Proof, person.Id.ToString(), cancel);
        var typed = new string([.. (code ?? "").Where(char.IsAsciiDigit)]);
        if (person.TwoFactorEnabled || !await people.VerifyTwoFactorTokenAsync(person, TokenOptions.DefaultAuthenticatorProvider, typed))
            throw new Refusal(Reason.CodeWrong, "code");
        db.Write(LetterKind.SecondFactorOn, (person.Email!, person.Name), person.Language, clock.GetUtcNow(), "/account");
        await people.SetTwoFactorEnabledAsync(person, true);
        var codes = await people.GenerateNewTwoFactorRecoveryCodesAsync(person, Codes);
        await end.AllAsync(person.Id, null, cancel);
        await begin.RunAsync(person, SignInMeans.SecondFactor, stay: false);
        return [.. codes!];
    }

    /// <returns>Recovery codes, to be shown once; those from before are worthless.</returns>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(Person person, CancellationToken cancel)
    {
        db.Write(LetterKind.RecoveryCodesRenewed, (person.Email!, person.Name), person.Language, clock.GetUtcNow(), "/account");
        var codes = await people.GenerateNewTwoFactorRecoveryCodesAsync(person, Codes);
        await db.SaveChangesAsync(cancel);
        return [.. codes!];
    }

    /// <summary>Its key is forgotten with it, and all other sessions end.</summary>
    public async Task SwitchOffAsync(Person person, Guid sessionId, CancellationToken cancel)
    {
        db.Write(LetterKind.SecondFactorOff, (person.Email!, person.Name), person.Language, clock.GetUtcNow(), "/account");
        await people.SetTwoFactorEnabledAsync(person, false);
        await people.ResetAuthenticatorKeyAsync(person);
        await people.GenerateNewTwoFactorRecoveryCodesAsync(person, 0);
        await end.AllAsync(person.Id, sessionId, cancel);
    }
}
