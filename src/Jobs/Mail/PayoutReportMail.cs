using Solidarity.Domain.PayoutReports;
using Solidarity.Domain.People;
using Solidarity.Jobs.PayoutReports;
using Solidarity.Jobs.Texts;

namespace Solidarity.Jobs.Mail;

/// <summary>The sums of a payout report, with the document attached and a link to the rest.</summary>
public static class PayoutReportMail
{
    private static readonly TextFile Words = TextFile.PayoutReport;

    /// <param name="pdf">The document as it is kept.</param>
    /// <param name="reader">Whose language and address it is in.</param>
    /// <param name="page">Of the report, in the workspace.</param>
    public static Mail Build(PayoutReport report, byte[] pdf, Person reader, Uri page)
    {
        var (locale, issuer) = (Locale.For(reader.Language), report.Facts.Platform);
        var subject = Words.Get(locale, "MailSubject", report.Name, PayoutReportWords.Period(locale, report));
        var body = new MailBody(locale)
            .Paragraph(MailWords.Greeting(locale, reader.Name))
            .Paragraph(Words.Get(locale, "MailText", report.Facts.Name, PayoutReportWords.Period(locale, report)))
            .Rows([
                new MailRow(Words.Get(locale, "Opening"), Money(report.OpeningMinor)),
                .. PayoutReportWords.Sums(report).Select(s => new MailRow(Words.Get(locale, s.Key), Money(s.Minor))),
                new MailRow(Words.Get(locale, "Closing"), Money(report.ClosingMinor), Strong: true)])
            .Paragraph(Words.Get(locale, "MailAttached"))
            .Link(Words.Get(locale, "MailButton"), page)
            .Paragraph(MailWords.Question(locale, issuer))
            .Paragraph(TextFile.EveryMail.Get(locale, "Regards"), issuer.Name);
        return new Mail(
            MailWords.MessageId("payout-report", $"{report.Id:N}-{reader.Id:N}", page), reader.Email!, reader.Name, locale.Language, subject, body.Text, body.Html(subject),
            [new MailAttachment($"{PayoutReportWords.FileName(report)}.pdf", "application/pdf", pdf)])
        {
            ReplyTo = issuer.Email,
        };

        string Money(long minor) => locale.Money(minor, report.CurrencyCode);
    }
}
