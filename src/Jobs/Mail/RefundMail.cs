using Solidarity.Domain.Receipts;
using Solidarity.Jobs.Texts;

namespace Solidarity.Jobs.Mail;

/// <summary>What the giver reads when money went back.</summary>
/// <param name="RefundKey">Our own row's id: makes the message id.</param>
/// <param name="Language">fr, nl, en, it or de.</param>
/// <param name="RefundedAt">When the refund was made.</param>
/// <param name="Issuer">Whom to write to.</param>
/// <param name="GiverName">Null where the giver left none.</param>
/// <param name="GiverEmail">The address to write to.</param>
/// <param name="RefundedMinor">What this refund gives back, in minor units.</param>
/// <param name="PaidMinor">What had been paid, in minor units.</param>
/// <param name="RemainingMinor">What stays given after this refund and all before it; 0 when everything went back.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Method">Where the money goes back to, in the reader's language; null if not known.</param>
/// <param name="ReceiptNumber">The receipt that this changes; null if none was given.</param>
/// <param name="GiftPage">The giver's own page for this gift.</param>
public sealed record RefundContent(
    string RefundKey,
    string Language,
    DateTimeOffset RefundedAt,
    IssuerParty Issuer,
    string? GiverName,
    string GiverEmail,
    long RefundedMinor,
    long PaidMinor,
    long RemainingMinor,
    string Currency,
    string? Method,
    string? ReceiptNumber,
    Uri GiftPage);

/// <summary>Says that a gift was given back, all of it or a part, and when the money arrives.</summary>
public static class RefundMail
{
    private static readonly TextFile Words = TextFile.RefundMail;

    /// <inheritdoc cref="ReceiptMail.Build"/>
    public static Mail Build(RefundContent content, TimeZoneInfo zone)
    {
        var locale = Locale.For(content.Language);
        // The last of several refunds is a part too, though nothing remains after it.
        var whole = content.RefundedMinor == content.PaidMinor;
        var (refunded, paid, day) = (Money(content.RefundedMinor), Money(content.PaidMinor), locale.Day(content.RefundedAt, zone));
        var subject = Words.Get(locale, whole ? "SubjectAll" : "SubjectPart", refunded);
        var body = new MailBody(locale)
            .Paragraph(MailWords.Greeting(locale, content.GiverName))
            .Paragraph(whole ? Words.Get(locale, "All", refunded, day) : Words.Get(locale, "Part", refunded, paid, day))
            .Rows(Rows())
            .Paragraph(Words.Get(locale, "When"));
        if (content.ReceiptNumber is not null)
            body.Paragraph(Words.Get(locale, content.RemainingMinor == 0 ? "ReceiptAll" : "ReceiptPart", content.ReceiptNumber));
        body.Link(TextFile.EveryMail.Get(locale, "Follow"), content.GiftPage)
            .Paragraph(Words.Get(locale, "Unexpected") + " " + MailWords.Question(locale, content.Issuer))
            .Paragraph(TextFile.EveryMail.Get(locale, "Regards"), content.Issuer.Name);
        return new Mail(
            MailWords.MessageId("refund", content.RefundKey, content.GiftPage), content.GiverEmail, content.GiverName, locale.Language, subject,
            body.Text, body.Html(subject), [])
        {
            ReplyTo = content.Issuer.Email,
        };

        string Money(long minor) => locale.Money(minor, content.Currency);

        IEnumerable<MailRow> Rows()
        {
            yield return new MailRow(Words.Get(locale, "Paid"), paid);
            yield return new MailRow(Words.Get(locale, "Refunded"), refunded, Strong: true);
            if (!whole)
                yield return new MailRow(Words.Get(locale, "Kept"), Money(content.RemainingMinor));
            if (!string.IsNullOrWhiteSpace(content.Method))
                yield return new MailRow(TextFile.EveryMail.Get(locale, "Method"), content.Method);
        }
    }
}
