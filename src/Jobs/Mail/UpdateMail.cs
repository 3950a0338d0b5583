using Solidarity.Domain;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Receipts;
using Solidarity.Domain.Updates;
using Solidarity.Jobs.Texts;

namespace Solidarity.Jobs.Mail;

/// <summary>What an update's mail says.</summary>
/// <param name="ChoiceToken">Of the reader's page of choices.</param>
/// <param name="Organisation">Who stands behind the project.</param>
public sealed record UpdateContent(Mailing Mailing, string ChoiceToken, Update Update, Project Project, string Organisation);

/// <summary>An update as an e-mail: its own words as they were written, in their own language; ours around them in the reader's.</summary>
public static class UpdateMail
{
    private static readonly TextFile Words = TextFile.UpdateMail;

    public static Mail Build(UpdateContent content, Site site, IssuerParty issuer)
    {
        var (mailing, update, project) = (content.Mailing, content.Update, content.Project);
        var locale = Locale.For(mailing.Language);
        var page = $"/projects/{project.Slug}/updates/{update.Number}";
        var key = $"?key={mailing.Token}&lang={locale.Language}";
        var subject = Words.Get(locale, "Subject", project.Title, update.Title);
        var body = new MailBody(locale)
            .Paragraph(MailWords.Greeting(locale, mailing.Name))
            .Paragraph(Words.Get(locale, update.Audience == UpdateAudience.Everyone ? "Lead" : "LeadGivers", project.Title, content.Organisation))
            .Heading(update.Title, update.Language);
        MailMarkdown.AppendTo(body, update.Body, update.Language, site);
        body.Line()
            .Link(Words.Get(locale, "Read"), site.Page(page + key))
            .Link(Words.Get(locale, "Answer"), site.Page($"{page}/answer{key}"), button: false)
            .Paragraph(Words.Get(locale, "Why", project.Title, site.Name))
            .Link(Words.Get(locale, "Stop"), site.Page($"/unsubscribe/{mailing.Token}?lang={locale.Language}"), button: false)
            .Link(Words.Get(locale, "Choose"), site.Page($"/mail-choices/{content.ChoiceToken}?lang={locale.Language}"), button: false)
            .Paragraph(issuer.Name);
        return new Mail(MailWords.MessageId("update", mailing.Id.ToString("N"), site.PublicUrl), mailing.Email, mailing.Name, locale.Language, subject, body.Text, body.Html(subject), [])
        {
            ReplyTo = EmailAddress.ToAscii(issuer.Email),
            Unsubscribe = new MailUnsubscribe(site.Page($"/unsubscribe/{mailing.Token}"), site.UnsubscribeMailbox),
        };
    }
}
