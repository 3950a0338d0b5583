using Solidarity.Jobs.Receipts;
using Solidarity.Jobs.Texts;

namespace Solidarity.Jobs.Mail;

/// <summary>The thank-you that carries the receipt. Sent once the money is there, never before.</summary>
public static class ReceiptMail
{
    private static readonly TextFile Words = TextFile.ReceiptMail;

    /// <param name="content">What was given; its language is the e-mail's.</param>
    /// <param name="pdf">The receipt as <see cref="ReceiptPdf.Render"/> makes it.</param>
    /// <param name="zone">Where the days of its dates are counted (Site:TimeZone).</param>
    public static Mail Build(ReceiptContent content, byte[] pdf, TimeZoneInfo zone)
    {
        var locale = Locale.For(content.Language);
        var subject = Words.Get(locale, "Subject", Money(content.GiftMinor));
        var body = new MailBody(locale)
            .Paragraph(MailWords.Greeting(locale, content.GiverName))
            .Paragraph(Words.Get(locale, "Arrived", Money(content.GiftMinor)))
            .Rows(Lines())
            .Rows(Facts());
        var tip = content.Lines.Where(l => l.Kind == ReceiptLineKind.Tip).Sum(l => l.AmountMinor);
        if (tip > 0)
            body.Paragraph(Words.Get(locale, "TipThanks", Money(tip)));
        body.Heading(Words.Get(locale, "NextTitle"))
            .Paragraph(Next())
            .Link(TextFile.EveryMail.Get(locale, "Follow"), content.GiftPage)
            .Paragraph(TextFile.EveryMail.Get(locale, "Private"))
            .Paragraph(Words.Get(locale, "Attached", content.Number))
            .Paragraph(MailWords.Question(locale, content.Issuer))
            .Paragraph(Words.Get(locale, "Closing"), content.Issuer.Name);
        return new Mail(
            MailWords.MessageId("receipt", content.Number, content.GiftPage), content.GiverEmail, content.GiverName, locale.Language, subject,
            body.Text, body.Html(subject), [new MailAttachment(ReceiptPdf.FileName(content), "application/pdf", pdf)])
        {
            ReplyTo = content.Issuer.Email,
        };

        string Money(long minor) => locale.Money(minor, content.Currency);

        IEnumerable<MailRow> Lines() => MailWords.Lines(locale, content.Lines, content.Currency)
            .Append(new MailRow(TextFile.EveryMail.Get(locale, "Total"), Money(content.TotalMinor), Strong: true));

        IEnumerable<MailRow> Facts()
        {
            yield return new MailRow(TextFile.EveryMail.Get(locale, "PaidOn"), locale.Day(content.PaidAt, zone));
            if (!string.IsNullOrWhiteSpace(content.Method))
                yield return new MailRow(TextFile.EveryMail.Get(locale, "Method"), content.Method);
            yield return new MailRow(TextFile.EveryMail.Get(locale, "Receipt"), content.Number);
        }

        string Next()
        {
            var beneficiaries = content.Lines.Select(l => l.Beneficiary).OfType<string>().Distinct().ToList();
            var follow = Words.Get(locale, "NextFollow");
            return beneficiaries.Count == 0 ? follow : Words.Get(locale, "NextGoesTo", MailWords.Join(locale, beneficiaries).TrimEnd('.')) + " " + follow;
        }
    }
}
