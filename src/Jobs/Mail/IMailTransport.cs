using System.Diagnostics.CodeAnalysis;
using Solidarity.Domain;

namespace Solidarity.Jobs.Mail;

/// <summary>Carries an e-mail away. Safe to call again with the same message after a failure.</summary>
public interface IMailTransport
{
    /// <exception cref="MailRejected">This address will never work: do not try again.</exception>
    /// <exception cref="MailNotSent">The server said no for another reason: try again later.</exception>
    /// <exception cref="IOException">The connection broke: try again later.</exception>
    /// <exception cref="TimeoutException">The server was too slow: try again later.</exception>
    Task SendAsync(Mail mail, CancellationToken ct);
}

/// <summary>The reader's address is not one, or the server said that it does not exist. The message never holds the address itself.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Says what happened, as the other refusals do")]
public sealed class MailRejected(string reason) : Exception(reason)
{
    /// <summary>The address as SMTP carries it.</summary>
    /// <exception cref="MailRejected">Nobody can be written to there.</exception>
    internal static string AddressOf(string text) =>
        EmailAddress.ToAscii(text) ?? throw new MailRejected("This is not an e-mail address that can be written to.");
}

/// <summary>The server is unable or unwilling for now, or does not accept our sign-in. The message never holds an address or a password.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Says what happened, as the other refusals do")]
public sealed class MailNotSent(string reason, Exception? cause = null) : Exception(reason, cause);
