namespace Solidarity.Jobs.Mail;

/// <summary>One e-mail to one reader, ready to send.</summary>
/// <param name="MessageId">
/// Without angle brackets, made from our own row (<c>receipt-2026-000123@solidarity.example</c>): the same message sent twice carries
/// the same id, so that a mailbox can show it once.
/// </param>
/// <param name="To">The bare address, <c>name@domain</c>.</param>
/// <param name="ToName">The reader's name, if known.</param>
/// <param name="Language">The language of the words: fr, nl, en, it or de.</param>
/// <param name="Subject">One line; line breaks in it become spaces.</param>
/// <param name="Text">The plain body.</param>
/// <param name="Html">The same words as a whole HTML document.</param>
/// <param name="Attachments">May be empty.</param>
public sealed record Mail(
    string MessageId,
    string To,
    string? ToName,
    string Language,
    string Subject,
    string Text,
    string Html,
    IReadOnlyList<MailAttachment> Attachments)
{
    /// <summary>Where an answer goes, when that is not the sender.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>How to get no more mails of this kind; null for those that are not sent to many.</summary>
    public MailUnsubscribe? Unsubscribe { get; init; }
}

/// <summary>What mail programs offer beside a mail that was sent to many (RFC 2369, RFC 8058).</summary>
/// <param name="OneClick">A POST to it, with no cookie and nothing to confirm, is enough.</param>
/// <param name="Mailbox">A mailbox that takes the same wish by mail, with the secret as its subject; null where there is none.</param>
public sealed record MailUnsubscribe(Uri OneClick, string? Mailbox);

public sealed record MailAttachment(string FileName, string ContentType, byte[] Content);

/// <summary>Who the platform's e-mails come from.</summary>
public sealed record MailSender(string Address, string? Name);
