using Solidarity.Jobs.Mail;
using Solidarity.Jobs.Receipts;
using Solidarity.Jobs.Tests.Receipts;

namespace Solidarity.Jobs.Tests.Mail;

public class GiverMailTests
{
    public static TheoryData<string> Languages => ["fr", "nl", "en", "it", "de"];

    private static string Shown(Jobs.Mail.Mail mail) => $"{mail.Subject}\n\n{mail.Text}";

    private static PaymentFailedContent Failed(string language) => new(
        "4711", language, Sample.PaidAt, Sample.Issuer, "Zoë Großmann", "zoe@example.org", [Sample.Gift, Sample.Tip], "EUR", "SEPA •••• 3000",
        new Uri("https://solidarity.example/campaigns/repas/give"), Sample.GiftPage);

    private static RefundContent Refund(string language, long refunded, long remaining) => new(
        "815", language, Sample.PaidAt, Sample.Issuer, null, "zoe@example.org", refunded, 2500, remaining, "EUR", "Visa •••• 4242", "2026-000123",
        Sample.GiftPage);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Thank_you(string language) => Snapshot.Verify(Shown(ReceiptMail.Build(Sample.Receipt(language), [1], Sample.Brussels)), language);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Payment_failed(string language) => Snapshot.Verify(Shown(PaymentFailedMail.Build(Failed(language), Sample.Brussels)), language);

    [Theory]
    [MemberData(nameof(Languages))]
    public void Refunded(string language) => Snapshot.Verify(
        Shown(RefundMail.Build(Refund(language, 2500, 0), Sample.Brussels)) + "\n=====\n\n" + Shown(RefundMail.Build(Refund(language, 1000, 1500), Sample.Brussels)),
        language);

    [Fact]
    public void Html() => Snapshot.Verify(ReceiptMail.Build(Sample.Receipt(), [1], Sample.Brussels).Html);

    [Fact]
    public void The_same_row_makes_the_same_message()
    {
        var mail = ReceiptMail.Build(Sample.Receipt(), [1], Sample.Brussels);
        Assert.Equal("receipt-2026-000123@solidarity.example", mail.MessageId);
        Assert.Equal("recu-2026-000123.pdf", Assert.Single(mail.Attachments).FileName);
        Assert.Equal("payment-failed-4711@solidarity.example", PaymentFailedMail.Build(Failed("fr"), Sample.Brussels).MessageId);
        Assert.Equal("refund-815@solidarity.example", RefundMail.Build(Refund("fr", 1, 2), Sample.Brussels).MessageId);
    }

    [Fact]
    public void Other_peoples_words_stay_words()
    {
        var line = Sample.Gift with { Description = "<script>alert(1)</script>\r\n\u202Eevil & \"more\"", Beneficiary = "<b>x</b>" };
        var mail = ReceiptMail.Build(Sample.Receipt("en", "<img src=x onerror=y>\nBcc: z", line), [], Sample.Brussels);
        Assert.DoesNotContain("<script", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', mail.Html + mail.Text);
        Assert.DoesNotContain("\nBcc", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_organisations_are_named_once_each_and_without_any_none()
    {
        ReceiptLine To(string? name) => Sample.Gift with { Beneficiary = name };
        string Text(params ReceiptLine[] lines) => ReceiptMail.Build(Sample.Receipt("en", "Zoë", lines), [], Sample.Brussels).Text.ReplaceLineEndings(" ");
        Assert.Contains("goes on to A, B and C.", Text(To("A"), To("B"), To("A"), To("C")), StringComparison.Ordinal);
        Assert.DoesNotContain("goes on to", Text(To(null)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_that_is_not_ours_is_answered_in_English() =>
        Assert.Equal("en", ReceiptMail.Build(Sample.Receipt("pt-BR"), [], Sample.Brussels).Language);
}
