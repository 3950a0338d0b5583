using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Receipts;
using Solidarity.Domain.Updates;
using Solidarity.Jobs.Mail;
using Solidarity.Jobs.Meals;

namespace Solidarity.Jobs.Updates;

/// <summary>
/// Sends one planned mail, or says why it is not sent any more. The message id is the mailing's: where the process dies between sending and
/// saying so, the same message goes out under the same id, and a mailbox shows it once.
/// </summary>
public sealed class SendMailing(SolidarityDb db, BuildMealMail meals, IMailTransport mail, Site site, IssuerParty issuer, TimeProvider clock)
{
    public async Task RunAsync(Guid mailingId, CancellationToken cancel)
    {
        // Gone where whoever it was for has been erased meanwhile.
        if (await db.Mailings.AsNoTracking().SingleOrDefaultAsync(d => d.Id == mailingId, cancel) is not { SentAt: null, Skipped: null } mailing)
            return;
        var choice = await db.MailChoices.AsNoTracking().SingleAsync(c => c.Email == mailing.Email, cancel);
        var skip = await WhyNotAsync(mailing, choice, cancel);
        if (skip is null)
        {
            var built = mailing.Kind switch
            {
                MailingKind.Update => await UpdateAsync(mailing, choice, cancel),
                MailingKind.Thanks => await ThanksAsync(mailing, choice, cancel),
                _ => await meals.RunAsync(mailing, choice.Token, cancel),
            };
            skip = built is null ? SkipReason.Withdrawn : await SendAsync(built, mailing, cancel);
        }

        DateTimeOffset? sent = skip is null ? clock.GetUtcNow() : null;
        await db.Mailings.Where(d => d.Id == mailingId).ExecuteUpdateAsync(set => set.SetProperty(d => d.SentAt, sent).SetProperty(d => d.Skipped, skip), cancel);
    }

    private async Task<SkipReason?> SendAsync(Mail.Mail built, Mailing mailing, CancellationToken cancel)
    {
        try
        {
            await mail.SendAsync(built, cancel);
            return null;
        }
        catch (MailRejected e)
        {
            await db.MarkBouncedAsync(mailing.Email, e.Message, clock.GetUtcNow(), cancel);
            return SkipReason.Bounced;
        }
    }

    private async Task<SkipReason?> WhyNotAsync(Mailing mailing, MailChoice choice, CancellationToken cancel)
    {
        if (choice.BouncedAt is not null)
            return SkipReason.Bounced;
        var wanted = mailing.Kind switch
        {
            MailingKind.Update => choice.Updates && await db.Follows.Active().AnyAsync(f => f.Id == mailing.FollowId, cancel),
            MailingKind.Thanks or MailingKind.MealThanks => choice.Thanks,
            // What was bought, or is brought to the door, is told whoever wants no news.
            _ => true,
        };
        return wanted ? null : SkipReason.NotWanted;
    }

    private async Task<Mail.Mail?> UpdateAsync(Mailing mailing, MailChoice choice, CancellationToken cancel)
    {
        var shown = await db.Updates.AsNoTracking().Shown().Include(u => u.Project).ThenInclude(p => p.Organisation).SingleOrDefaultAsync(u => u.Id == mailing.SubjectId, cancel);
        return shown is null ? null : UpdateMail.Build(new UpdateContent(mailing, choice.Token, shown, shown.Project, shown.Project.Organisation.Name), site, issuer);
    }

    private async Task<Mail.Mail> ThanksAsync(Mailing mailing, MailChoice choice, CancellationToken cancel)
    {
        var thanks = await db.Thanks.AsNoTracking().SingleAsync(t => t.Id == mailing.SubjectId, cancel);
        var project = await db.Projects.AsNoTracking().Include(p => p.Organisation).SingleAsync(p => p.Id == thanks.ProjectId, cancel);
        return ThanksMail.Build(new ThanksContent(mailing, choice.Token, thanks.Words, project, project.Organisation.Name), site, issuer);
    }
}
