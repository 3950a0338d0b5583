using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Letters;
using Solidarity.Domain.People;
using Solidarity.Domain.Trail;

namespace Solidarity.Web.Administration;

/// <summary>Mails somebody a link to choose a new password, which also confirms the address. Whoever asked for it never sees the link.</summary>
public sealed class SendPasswordLink(SolidarityDb db, UserManager<Person> people, TimeProvider clock)
{
    /// <exception cref="Refusal">No reason, or the account is closed.</exception>
    public async Task RunAsync(Guid personId, Guid by, string? reason, CancellationToken cancel)
    {
        var words = CleanText.Needed(reason, "reason", ChangeRole.LongestReason);
        var person = await db.People.SingleAsync(p => p.Id == personId, cancel);
        if (person is not { Email: { } email, ClosedAt: null, ErasedAt: null })
            throw new Refusal(Reason.AccountChanged);
        var now = clock.GetUtcNow();
        var link = "/sign-in/new-password" + QueryString.Create([
            KeyValuePair.Create("person", (string?)person.Id.ToString("N")), KeyValuePair.Create("link", (string?)await people.GeneratePasswordResetTokenAsync(person))]);
        db.Write(LetterKind.ResetPassword, (email, null), person.Language, now, link);
        db.Note("PasswordLinkSent", by, now, subjectId: personId, subject: email, words: words);
        await db.SaveChangesAsync(cancel);
    }
}
