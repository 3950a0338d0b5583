using Solidarity.Domain.Receipts;
using Solidarity.Jobs.Receipts;
using Solidarity.Jobs.Texts;

namespace Solidarity.Jobs.Mail;

/// <summary>What the giver reads when the bank refused a payment that had been on its way, such as a SEPA direct debit.</summary>
/// <param name="DonationKey">Our own row's id: makes the message id.</param>
/// <param name="Language">fr, nl, en, it or de.</param>
/// <param name="StartedAt">When the giver set out to pay.</param>
/// <param name="Issuer">Whom to write to.</param>
/// <param name="GiverName">Null where the giver left none.</param>
/// <param name="GiverEmail">The address to write to.</param>
/// <param name="Lines">What the payment was meant for.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Method">How it was to be paid, in the reader's language; null if not known.</param>
/// <param name="TryAgain">The page where the gift can be given again; null when the campaign takes no more.</param>
/// <param name="GiftPage">The giver's own page for this gift.</param>
public sealed record PaymentFailedContent(
    string DonationKey,
    string Language,
    DateTimeOffset StartedAt,
    IssuerParty Issuer,
    string? GiverName,
    string GiverEmail,
    IReadOnlyList<ReceiptLine> Lines,
    string Currency,
    string? Method,
    Uri? TryAgain,
    Uri GiftPage);

/// <summary>Says that a delayed payment failed: nothing was received, and how to try again.</summary>
public static class PaymentFailedMail
{
    private static readonly TextFile Words = TextFile.PaymentFailedMail;

    /// <inheritdoc cref="ReceiptMail.Build"/>
    public static Mail Build(PaymentFailedContent content, TimeZoneInfo zone)
    {
        var locale = Locale.For(content.Language);
        var amount = locale.Money(content.Lines.Sum(l => l.AmountMinor), content.Currency);
        var subject = Words.Get(locale, "Subject", amount);
        var body = new MailBody(locale)
            .Paragraph(MailWords.Greeting(locale, content.GiverName))
            .Paragraph(Words.Get(locale, "Refused", amount, locale.Day(content.StartedAt, zone)))
            .Rows([.. MailWords.Lines(locale, content.Lines, content.Currency), .. Facts()])
            .Paragraph(Words.Get(locale, "Why"));
        if (content.TryAgain is not null)
            body.Heading(Words.Get(locale, "AgainTitle"))
                .Paragraph(Words.Get(locale, "Again"))
                .Link(Words.Get(locale, "AgainLink"), content.TryAgain);
        body.Link(Words.Get(locale, "PageTitle"), content.GiftPage, button: false)
            .Paragraph(MailWords.Question(locale, content.Issuer))
            .Paragraph(TextFile.EveryMail.Get(locale, "Regards"), content.Issuer.Name);
        return new Mail(
            MailWords.MessageId("payment-failed", content.DonationKey, content.GiftPage), content.GiverEmail, content.GiverName, locale.Language,
            subject, body.Text, body.Html(subject), [])
        {
            ReplyTo = content.Issuer.Email,
        };

        IEnumerable<MailRow> Facts()
        {
            if (!string.IsNullOrWhiteSpace(content.Method))
                yield return new MailRow(TextFile.EveryMail.Get(locale, "Method"), content.Method);
        }
    }
}
