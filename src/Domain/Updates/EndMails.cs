using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Updates;

/// <summary>Ends mails of the kind that one mail was of: that project's updates, or thanks.</summary>
public sealed class EndMails(SolidarityDb db, TimeProvider clock)
{
    /// <param name="token">Of the mail.</param>
    /// <returns>False where no such mail is known.</returns>
    public async Task<bool> RunAsync(string token, CancellationToken cancel)
    {
        var mail = await db.Mailings.AsNoTracking().SingleOrDefaultAsync(d => d.Token == token, cancel);
        // What tells of meals that were bought, or that come, has no link here: it is not sent for the asking.
        if (mail is null or { Kind: not (MailingKind.Update or MailingKind.Thanks or MailingKind.MealThanks) })
            return false;
        if (mail.Kind != MailingKind.Update)
        {
            var choice = await db.MailChoices.SingleAsync(c => c.Email == mail.Email, cancel);
            choice.Thanks = false;
        }
        else
        {
            var follow = await db.Follows.SingleAsync(f => f.Id == mail.FollowId, cancel);
            follow.EndedAt ??= clock.GetUtcNow();
        }

        await db.SaveChangesAsync(cancel);
        return true;
    }
}
