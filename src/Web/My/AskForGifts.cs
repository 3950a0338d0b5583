using Microsoft.AspNetCore.Identity;
using Solidarity.Domain;
using Solidarity.Domain.Letters;
using Solidarity.Domain.People;

namespace Solidarity.Web.My;

/// <summary>Writes to an address the link to what was given from it. Always the same letter: whether anything was given is for its owner alone to read.</summary>
public sealed class AskForGifts(SolidarityDb db, GuestLink link, ILookupNormalizer normalizer, LimitAttempts limit, TimeProvider clock)
{
    /// <param name="network">Whose tries are counted besides the address's.</param>
    /// <exception cref="Refusal">No address, or too many letters.</exception>
    public async Task RunAsync(string? email, string language, string network, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(email))
            throw new Refusal(Reason.EmailMissing, "email");
        var key = EmailAddress.ToKey(email) ?? throw new Refusal(Reason.EmailNotValid, "email");
        await limit.TakeAsync(AttemptKind.LetterFrom, network, cancel);
        await limit.TakeAsync(AttemptKind.Letter, normalizer.NormalizeEmail(key), cancel);
        db.Write(LetterKind.MyGifts, (key, null), language, clock.GetUtcNow(), link.PathOf(key));
        await db.SaveChangesAsync(cancel);
    }
}
