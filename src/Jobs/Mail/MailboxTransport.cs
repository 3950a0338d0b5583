using Solidarity.Domain;

namespace Solidarity.Jobs.Mail;

/// <summary>
/// Development's stand-in for a mail server: one <c>.eml</c> file a message in a folder. The file is named after the message id, so that
/// a message sent twice is there once, and appears under its name only when it is whole.
/// </summary>
/// <param name="folder">Made if absent; <c>{SOLIDARITY_DATA}/mailbox</c> on a developer's machine.</param>
/// <param name="address">What the From line says, with the site's name.</param>
/// <param name="site">Its name may change while it runs.</param>
/// <param name="clock">Gives the Date line.</param>
public sealed class MailboxTransport(string folder, string address, Site site, TimeProvider clock) : IMailTransport
{
    public async Task SendAsync(Mail mail, CancellationToken ct)
    {
        var message = MimeWriter.Write(mail, new MailSender(address, site.Name), clock.GetUtcNow());
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, mail.MessageId + ".eml");
        // The same message may be written twice at once: each has its own temporary file, the last rename stands.
        var unfinished = Path.Combine(folder, Path.GetRandomFileName() + ".tmp");
        try
        {
            await File.WriteAllBytesAsync(unfinished, message, ct);
            File.Move(unfinished, file, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
