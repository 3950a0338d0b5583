using Solidarity.Domain.Receipts;
using Solidarity.Jobs.Receipts;

namespace Solidarity.Jobs.Tests.Receipts;

/// <summary>Receipts that the tests share.</summary>
internal static class Sample
{
    public static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    public static readonly IssuerParty Issuer =
        new("Solidarité Liège asbl", "Rue de la Régence 12", "4000", "Liège", "Belgique", "BE 0123.456.789", "dons@solidarity.example");

    public static readonly ReceiptLine Gift = new(ReceiptLineKind.Gift, "Des repas chauds pour l’équipe de nuit", "La Louche & Cie asbl", 123450);
    public static readonly ReceiptLine Tip = new(ReceiptLineKind.Tip, "", null, 200);
    public static readonly ReceiptLine Fees = new(ReceiptLineKind.Fees, "", null, 65);

    public static readonly Uri GiftPage = new("https://solidarity.example/gifts/9x7Qm2VbT4kLr8Zc1NwYp6");

    /// <summary>Paid at 22:30 UTC on 31 July: 1 August in Brussels.</summary>
    public static readonly DateTimeOffset PaidAt = new(2026, 7, 31, 22, 30, 0, TimeSpan.Zero);

    public static ReceiptContent Receipt(string language = "fr", string? name = "Zoë Großmann-Şahin", params ReceiptLine[] lines) => new(
        "2026-000123", language, PaidAt, PaidAt.AddMinutes(2), Issuer, name, "zoe@example.org", lines.Length > 0 ? lines : [Gift, Tip, Fees],
        "EUR", "pi_3QxT2eLkdIwHu7ix0a1b2c3d", "Visa •••• 4242", GiftPage);
}
