using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Trail;
using Solidarity.Web.Account;

namespace Solidarity.Web.Administration;

/// <summary>Mails somebody a link to choose a new password, which also confirms the address. Whoever asked for it never sees the link.</summary>
public sealed class SendPasswordLink(SolidarityDb db, ForgottenPassword forgotten, TimeProvider clock)
{
    /// <exception cref="Refusal">No reason, or the account is closed.</exception>
    public async Task RunAsync(Guid personId, Guid by, string? reason, CancellationToken cancel)
    {
        var words = CleanText.Needed(reason, "reason", FormWords.LongestReason);
        var person = await db.People.SingleAsync(p => p.Id == personId, cancel);
        if (person is not { Email: { } email, ClosedAt: null, ErasedAt: null })
            throw new Refusal(Reason.AccountChanged);
        var now = clock.GetUtcNow();
        db.Write(LetterKind.ResetPassword, (email, null), person.Language, now, await forgotten.LinkAsync(person));
        db.Note("PasswordLinkSent", by, now, subjectId: personId, subject: email, words: words);
        await db.SaveChangesAsync(cancel);
    }
}
