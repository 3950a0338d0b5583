using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Letters;
using Solidarity.Domain.People;
using Solidarity.Domain.Trail;

namespace Solidarity.Web.Administration;

/// <summary>
/// For somebody who lost the only passkey or the authenticator, and has no recovery codes. The password goes with them: whoever asked an
/// administrator for this may know it and nothing else, so the mailbox is the way back in. A second factor is set up anew where a right asks for one.
/// </summary>
public sealed class TakeAwayFactors(SolidarityDb db, UserManager<Person> people, EndSessions end, TimeProvider clock)
{
    /// <exception cref="Refusal">No reason, one's own account, a closed one, or there is nothing to take away.</exception>
    public Task RunAsync(Guid personId, Guid by, string? reason, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var words = CleanText.Needed(reason, "reason", FormWords.LongestReason);
        if (personId == by)
            throw new Refusal(Reason.OwnAccount);
        var person = await db.People.SingleAsync(p => p.Id == personId, cancel);
        var passkeys = await people.GetPasskeysAsync(person);
        if (person is not { Email: { } email, ClosedAt: null, ErasedAt: null } || (!person.TwoFactorEnabled && passkeys.Count == 0))
            throw new Refusal(Reason.AccountChanged);
        foreach (var passkey in passkeys)
            Expect(await people.RemovePasskeyAsync(person, passkey.CredentialId));
        Expect(await people.SetTwoFactorEnabledAsync(person, false));
        Expect(await people.ResetAuthenticatorKeyAsync(person));
        await people.GenerateNewTwoFactorRecoveryCodesAsync(person, 0);
        person.PasswordHash = null;
        var now = clock.GetUtcNow();
        db.Write(LetterKind.FactorsTakenAway, (email, person.Name), person.Language, now, "/sign-in/forgotten");
        db.Note("FactorsTakenAway", by, now, subjectId: personId, subject: email, words: words);
        // Saves, and makes links and half sign-ins from before worthless.
        Expect(await people.UpdateSecurityStampAsync(person));
        await end.AllAsync(personId, null, cancel);
    }, cancel);

    private static void Expect(IdentityResult result)
    {
        if (!result.Succeeded)
            throw new Refusal(Reason.AccountChanged);
    }
}
