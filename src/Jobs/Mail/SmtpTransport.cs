using System.Net.Security;
using System.Security.Authentication;
using Solidarity.Domain;

namespace Solidarity.Jobs.Mail;

/// <summary>
/// Hands a message to a mail server, one connection a message.
/// <para>
/// Speaks SMTP itself instead of using System.Net.Mail: that client goes on without signing in when the server does not accept the
/// password, and the refusal that follows then looks like a bad address of the reader's. Here nothing is said about a reader before
/// the server has answered 235 on the very connection that carries the message.
/// </para>
/// </summary>
public sealed class SmtpTransport : IMailTransport
{
    private readonly SmtpOptions options;
    private readonly Site site;
    private readonly TimeProvider clock;

    /// <exception cref="ArgumentException">The options cannot be used; the message names the key.</exception>
    public SmtpTransport(SmtpOptions options, Site site, TimeProvider clock)
    {
        if (options.Problem() is { } problem)
            throw new ArgumentException(problem);
        (this.options, this.site, this.clock) = (options, site, clock);
    }

    /// <summary>Tests put a check here that trusts their own certificate; null is the system's check.</summary>
    internal RemoteCertificateValidationCallback? CertificateCheck { get; init; }

    /// <summary>Connects and signs in without sending anything: what the health check asks.</summary>
    /// <exception cref="MailNotSent">The server does not take our sign-in, or cannot do TLS.</exception>
    public Task CheckAsync(CancellationToken ct) => WithinTimeout(
        async token =>
        {
            await using var server = await OpenAsync(token);
            await server.QuitAsync(token);
        },
        ct);

    public Task SendAsync(Mail mail, CancellationToken ct)
    {
        var message = MimeWriter.Write(mail, new MailSender(options.From, options.FromName ?? site.Name), clock.GetUtcNow());
        var from = MailRejected.AddressOf(options.From);
        var to = MailRejected.AddressOf(mail.To);
        return WithinTimeout(
            async token =>
            {
                await using var server = await OpenAsync(token);
                await server.SendAsync(from, to, message, token);
                await server.QuitAsync(token);
            },
            ct);
    }

    private async Task<SmtpDialogue> OpenAsync(CancellationToken ct)
    {
        var server = await SmtpDialogue.ConnectAsync(options, CertificateCheck, ct);
        try
        {
            await server.GreetAsync(ct);
            if (options.Security == SmtpSecurity.StartTls)
                await server.StartTlsAsync(ct);
            if (!string.IsNullOrEmpty(options.User))
                await server.SignInAsync(options.User, options.Password!, ct);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    private async Task WithinTimeout(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        // Real time, not the site's clock, which a demo sets back.
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct);
        both.CancelAfter(options.Timeout);
        try
        {
            await work(both.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"The mail server {options} did not finish within {options.Timeout.TotalSeconds:0} seconds.");
        }
        catch (AuthenticationException e)
        {
            throw new MailNotSent($"The mail server {options} has a certificate that is not trusted, or no TLS that both sides know.", e);
        }
    }
}
