using Solidarity.Domain;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Receipts;
using Solidarity.Domain.Updates;
using Solidarity.Jobs.Texts;

namespace Solidarity.Jobs.Mail;

/// <summary>What a mail of thanks says.</summary>
/// <param name="ChoiceToken">Of the reader's page of choices.</param>
/// <param name="Words">The project's own.</param>
public sealed record ThanksContent(Mailing Mailing, string ChoiceToken, string Words, Project Project, string Organisation);

/// <summary>A project's thanks to one of its givers.</summary>
public static class ThanksMail
{
    private static readonly TextFile Texts = TextFile.ThanksMail;

    public static Mail Build(ThanksContent content, Site site, IssuerParty issuer)
    {
        var (mailing, project) = (content.Mailing, content.Project);
        var locale = Locale.For(mailing.Language);
        var subject = Texts.Get(locale, "Subject", project.Title);
        var body = new MailBody(locale)
            .Paragraph(MailWords.Greeting(locale, mailing.Name))
            .Paragraph(Texts.Get(locale, "Lead", project.Title, content.Organisation))
            .Quote(content.Words)
            .Link(Texts.Get(locale, "Read"), site.Page($"/projects/{project.Slug}?lang={locale.Language}"))
            .Paragraph(Texts.Get(locale, "Why", project.Title, site.Name))
            .Link(Texts.Get(locale, "Stop"), site.Page($"/unsubscribe/{mailing.Token}?lang={locale.Language}"), button: false)
            .Link(TextFile.UpdateMail.Get(locale, "Choose"), site.Page($"/mail-choices/{content.ChoiceToken}?lang={locale.Language}"), button: false)
            .Paragraph(issuer.Name);
        return new Mail(MailWords.MessageId("thanks", mailing.Id.ToString("N"), site.PublicUrl), mailing.Email, mailing.Name, locale.Language, subject, body.Text, body.Html(subject), [])
        {
            ReplyTo = EmailAddress.ToAscii(issuer.Email),
            Unsubscribe = new MailUnsubscribe(site.Page($"/unsubscribe/{mailing.Token}"), site.UnsubscribeMailbox),
        };
    }
}
