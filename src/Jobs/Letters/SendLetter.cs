using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Letters;
using Solidarity.Domain.Mails;
using Solidarity.Domain.People;
using Solidarity.Domain.Receipts;
using Solidarity.Domain.Updates;
using Solidarity.Jobs.Mail;

namespace Solidarity.Jobs.Letters;

/// <summary>Sends a letter, once, and forgets its link.</summary>
public sealed class SendLetter(SolidarityDb db, IMailTransport mail, Site site, IssuerParty issuer, TimeProvider clock)
{
    public async Task RunAsync(Guid letterId, CancellationToken cancel)
    {
        // Gone where its time was over before it could be sent.
        if (await db.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.Id == letterId, cancel) is not { SentAt: null } letter || ErasedAddress.Is(letter.To))
            return;
        try
        {
            await mail.SendAsync(LetterMail.Build(letter, site, issuer), cancel);
        }
        catch (MailRejected e)
        {
            // Anybody can type an address that does not exist: that needs no person, and the record of mails says it.
            if (letter.Kind == LetterKind.ConfirmFollow)
                await db.MarkBouncedAsync(letter.To, e.Message, clock.GetUtcNow(), cancel);
        }

        DateTimeOffset? now = clock.GetUtcNow();
        await db.Letters.Where(l => l.Id == letterId).ExecuteUpdateAsync(set => set
            .SetProperty(l => l.SentAt, now)
            .SetProperty(l => l.Link, (string?)null), cancel);
        if (letter.Kind == LetterKind.Erased)
        {
            await db.ForgetMailsAsync(letter.To, cancel);
            await db.Letters.Where(l => l.Id == letterId).ExecuteUpdateAsync(set => set.SetProperty(l => l.To, ErasedAddress.OfLetters), cancel);
        }
    }
}
