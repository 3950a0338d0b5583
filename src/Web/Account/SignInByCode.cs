using Microsoft.AspNetCore.Identity;
using Solidarity.Domain;
using Solidarity.Domain.People;
using Solidarity.Web.People;

namespace Solidarity.Web.Account;

/// <summary>Checks the second factor: a code of the authenticator app, or one of the recovery codes. Each counts once.</summary>
public sealed class SignInByCode(SolidarityDb db, UserManager<Person> people, LimitAttempts limit, BeginSession begin, KnownBrowser known)
{
    /// <exception cref="Refusal">Wrong, used before, or too many tries.</exception>
    public async Task RunAsync(Person person, string? code, bool stay, CancellationToken cancel)
    {
        await limit.TakeAsync(AttemptKind.Proof, person.Id.ToString(), cancel);
        var typed = new string([.. (code ?? "").Where(char.IsLetterOrDigit)]);
        var means = typed.Length == 6 && typed.All(char.IsAsciiDigit) ? SignInMeans.SecondFactor : SignInMeans.RecoveryCode;
        if (!person.TwoFactorEnabled || (known.Find(person) is null && await people.IsLockedOutAsync(person)) || !await IsRightAsync(person, typed, means))
        {
            begin.Note(person.Id, means, SignInOutcome.Refused);
            await people.AccessFailedAsync(person);
            throw new Refusal(Reason.CodeWrong, "code");
        }

        await people.ResetAccessFailedCountAsync(person);
        await limit.ForgetAsync(AttemptKind.Proof, person.Id.ToString(), cancel);
        await begin.RunAsync(person, means, stay);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<bool> IsRightAsync(Person person, string typed, SignInMeans means) => means == SignInMeans.SecondFactor
        ? await people.VerifyTwoFactorTokenAsync(person, TokenOptions.DefaultAuthenticatorProvider, typed)
        : typed.Length > 0 && (await people.RedeemTwoFactorRecoveryCodeAsync(person, typed)).Succeeded;
}
