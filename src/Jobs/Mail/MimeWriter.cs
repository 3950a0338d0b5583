using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Solidarity.Jobs.Mail;

/// <summary>
/// Writes a message as it travels: headers, the text and HTML as alternatives, then the attachments. Both transports send these
/// bytes, so what the development mailbox shows is what a server would have been given. Pure ASCII, lines of at most 78 characters but for
/// an address that is longer.
/// </summary>
internal static partial class MimeWriter
{
    public static byte[] Write(Mail mail, MailSender sender, DateTimeOffset date)
    {
        var message = new StringBuilder();
        message.Append(MailHeader.AddressLine("From", MailRejected.AddressOf(sender.Address), sender.Name));
        message.Append(MailHeader.AddressLine("To", MailRejected.AddressOf(mail.To), mail.ToName));
        if (mail.ReplyTo is not null)
            message.Append(MailHeader.AddressLine("Reply-To", MailRejected.AddressOf(mail.ReplyTo), null));
        message.Append(MailHeader.Line("Subject", mail.Subject));
        message.Append(MailHeader.Line("Date", date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)));
        message.Append("Message-ID: <" + RequireMessageId(mail.MessageId) + ">\r\n");
        message.Append(MailHeader.Line("Content-Language", mail.Language));
        if (mail.Unsubscribe is { } unsubscribe)
            AppendUnsubscribe(message, unsubscribe);
        // RFC 3834: tells holiday answers to keep quiet.
        message.Append("Auto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n");
        if (mail.Attachments.Count == 0)
            AppendAlternative(message, mail);
        else
            AppendMixed(message, mail);
        return Encoding.ASCII.GetBytes(message.ToString());
    }

    /// <summary>The id again, once it is certain that it is safe in a header and as the name of a file.</summary>
    public static string RequireMessageId(string id) =>
        id.Length <= 200 && MessageId().IsMatch(id) ? id : throw new ArgumentException($"'{id}' is not a message id of ours (word@host).", nameof(id));

    /// <summary>Addresses as they are: a folded or encoded one would be none.</summary>
    private static void AppendUnsubscribe(StringBuilder message, MailUnsubscribe unsubscribe)
    {
        message.Append(CultureInfo.InvariantCulture, $"List-Unsubscribe: <{unsubscribe.OneClick.AbsoluteUri}>");
        if (unsubscribe.Mailbox is { } mailbox)
            message.Append(CultureInfo.InvariantCulture, $",\r\n <mailto:{MailRejected.AddressOf(mailbox)}?subject={Uri.EscapeDataString(unsubscribe.OneClick.Segments[^1])}>");
        message.Append("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
    }

    private static void AppendMixed(StringBuilder message, Mail mail)
    {
        var boundary = Boundary(mail, "mixed");
        message.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed;\r\n boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n");
        AppendAlternative(message, mail);
        foreach (var attachment in mail.Attachments)
        {
            message.Append(CultureInfo.InvariantCulture, $"\r\n--{boundary}\r\n");
            AppendAttachment(message, attachment);
        }

        message.Append(CultureInfo.InvariantCulture, $"\r\n--{boundary}--\r\n");
    }

    private static void AppendAlternative(StringBuilder message, Mail mail)
    {
        var boundary = Boundary(mail, "alternative");
        message.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/alternative;\r\n boundary=\"{boundary}\"\r\n\r\n");
        // RFC 2046, 5.1.4: the plainest first, the best last.
        AppendBody("text/plain", mail.Text);
        AppendBody("text/html", mail.Html);
        message.Append(CultureInfo.InvariantCulture, $"\r\n--{boundary}--\r\n");

        void AppendBody(string type, string text) => message.Append(
            CultureInfo.InvariantCulture, $"\r\n--{boundary}\r\nContent-Type: {type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{QuotedPrintable.Encode(text)}");
    }

    private static void AppendAttachment(StringBuilder message, MailAttachment attachment)
    {
        if (!MediaType().IsMatch(attachment.ContentType))
            throw new ArgumentException($"'{attachment.ContentType}' is not a media type.", nameof(attachment));
        message.Append(CultureInfo.InvariantCulture, $"Content-Type: {attachment.ContentType}\r\nContent-Transfer-Encoding: base64\r\n");
        message.Append(CultureInfo.InvariantCulture, $"Content-Disposition: attachment;\r\n {FileName(attachment.FileName)}\r\n\r\n");
        message.Append(Convert.ToBase64String(attachment.Content, Base64FormattingOptions.InsertLineBreaks).ReplaceLineEndings("\r\n"));
        message.Append("\r\n");
    }

    // RFC 2231 for names that are not plain: percent-encoded UTF-8.
    private static string FileName(string name) =>
        PlainFileName().IsMatch(name) ? $"filename=\"{name}\"" : "filename*=UTF-8''" + Uri.EscapeDataString(MailHeader.OneLine(name));

    // "=_" occurs neither in quoted-printable nor in base64: no body can hold the boundary. Made from the id, so that
    // the same message is the same bytes.
    private static string Boundary(Mail mail, string part) =>
        "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(part + mail.MessageId)))[..24];

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]*@[A-Za-z0-9][A-Za-z0-9.-]*\z")]
    private static partial Regex MessageId();

    [GeneratedRegex(@"\A[a-z]+/[A-Za-z0-9.+-]+\z")]
    private static partial Regex MediaType();

    [GeneratedRegex(@"\A[A-Za-z0-9._ -]{1,60}\z")]
    private static partial Regex PlainFileName();
}
