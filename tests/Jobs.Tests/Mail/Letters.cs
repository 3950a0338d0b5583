using Solidarity.Jobs.Mail;

namespace Solidarity.Jobs.Tests.Mail;

internal static class Letters
{
    public static readonly MailSender Sender = new("gifts@solidarity.example", "Solidarité · Liège");

    public static Jobs.Mail.Mail Simple(string to = "marie@example.org", string? name = "Marie Curie", string subject = "Hello") => new(
        "receipt-2026-000123@solidarity.example", to, name, "fr", subject,
        "Bonjour,\n\n.une ligne qui commence par un point\nÇa coûte 25,00 € = vingt-cinq.\n",
        "<!doctype html><p>Bonjour</p>", [new MailAttachment("receipt.pdf", "application/pdf", [1, 2, 3, 0, 255])]);
}
