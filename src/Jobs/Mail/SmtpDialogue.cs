using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace Solidarity.Jobs.Mail;

/// <summary>One conversation with a mail server (RFC 5321), as far as handing in a message needs it.</summary>
internal sealed class SmtpDialogue : IAsyncDisposable
{
    private readonly TcpClient client;
    private readonly SslClientAuthenticationOptions tls;
    private SmtpLines lines;
    private string[] abilities = [];

    private SmtpDialogue(TcpClient client, SslClientAuthenticationOptions tls)
    {
        (this.client, this.tls) = (client, tls);
        lines = new SmtpLines(client.GetStream());
    }

    public static async Task<SmtpDialogue> ConnectAsync(SmtpOptions options, RemoteCertificateValidationCallback? check, CancellationToken ct)
    {
        var client = new TcpClient();
        try
        {
            await client.ConnectAsync(options.Host, options.Port, ct);
            var tls = new SslClientAuthenticationOptions { TargetHost = options.Host, RemoteCertificateValidationCallback = check };
            var dialogue = new SmtpDialogue(client, tls);
            if (options.Security == SmtpSecurity.Tls)
                await dialogue.EncryptAsync(ct);
            return dialogue;
        }
        catch (SocketException e)
        {
            client.Dispose();
            throw new IOException($"The mail server {options} cannot be reached.", e);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    public async Task GreetAsync(CancellationToken ct)
    {
        Expect(220, await lines.ReadReplyAsync(ct), "the connection");
        await HelloAsync(ct);
    }

    public async Task StartTlsAsync(CancellationToken ct)
    {
        if (!Offers("STARTTLS"))
            throw new MailNotSent("The mail server does not offer STARTTLS: see Smtp:Security.");
        Expect(220, await AskAsync("STARTTLS", ct), "STARTTLS");
        // Whatever came after the answer was put there before the encryption began, perhaps by somebody in between.
        if (lines.HasUnread)
            throw new MailNotSent("The mail server spoke on in the clear after STARTTLS.");
        await EncryptAsync(ct);
        await HelloAsync(ct);
    }

    public async Task SignInAsync(string user, string password, CancellationToken ct)
    {
        var methods = abilities.FirstOrDefault(a => a.StartsWith("AUTH ", StringComparison.OrdinalIgnoreCase))?.ToUpperInvariant().Split(' ') ?? [];
        if (methods.Contains("PLAIN"))
        {
            ExpectSignIn(await AskAsync("AUTH PLAIN " + Base64($"\0{user}\0{password}"), ct), 235);
        }
        else if (methods.Contains("LOGIN"))
        {
            ExpectSignIn(await AskAsync("AUTH LOGIN", ct), 334);
            ExpectSignIn(await AskAsync(Base64(user), ct), 334);
            ExpectSignIn(await AskAsync(Base64(password), ct), 235);
        }
        else
        {
            throw new MailNotSent("The mail server offers no sign-in by password although Smtp:User is set.");
        }
    }

    public async Task SendAsync(string from, string to, byte[] message, CancellationToken ct)
    {
        Expect(250, await AskAsync($"MAIL FROM:<{from}>", ct), "the sender");
        var answer = await AskAsync($"RCPT TO:<{to}>", ct);
        if (answer.IsAboutTheRecipient)
            throw new MailRejected("The mail server does not take this recipient: " + answer.Without(to));
        if (answer.Code is not (250 or 251))
            throw new MailNotSent("The mail server would not take the recipient: " + answer.Without(to));
        Expect(354, await AskAsync("DATA", ct), "the message");
        await lines.WriteAsync(Stuffed(message), ct);
        var accepted = await lines.ReadReplyAsync(ct);
        if (accepted.Code != 250)
            throw new MailNotSent("The mail server would not take the message: " + accepted.Without(to));
    }

    /// <summary>Says goodbye. The message is handed in by then: a server that hangs up first is no failure.</summary>
    public async Task QuitAsync(CancellationToken ct)
    {
        try
        {
            await AskAsync("QUIT", ct);
        }
        catch (Exception e) when (e is IOException or MailNotSent or OperationCanceledException)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await lines.DisposeAsync();
        client.Dispose();
    }

    private async Task HelloAsync(CancellationToken ct)
    {
        // An address literal needs no name that the server could look up and dislike.
        var local = (client.Client.LocalEndPoint as System.Net.IPEndPoint)?.Address;
        var name = local is null ? "localhost" : local.IsIPv4MappedToIPv6 || local.AddressFamily == AddressFamily.InterNetwork
            ? $"[{local.MapToIPv4()}]" : $"[IPv6:{local}]";
        var answer = await AskAsync("EHLO " + name, ct);
        Expect(250, answer, "EHLO");
        abilities = [.. answer.Lines.Skip(1)];
    }

    private async Task EncryptAsync(CancellationToken ct)
    {
        var encrypted = new SslStream(lines.Stream);
        lines = new SmtpLines(encrypted);
        await encrypted.AuthenticateAsClientAsync(tls, ct);
    }

    private async Task<SmtpReply> AskAsync(string command, CancellationToken ct)
    {
        await lines.WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), ct);
        return await lines.ReadReplyAsync(ct);
    }

    private bool Offers(string ability) => abilities.Any(a => a.Equals(ability, StringComparison.OrdinalIgnoreCase));

    private static void Expect(int code, SmtpReply reply, string what)
    {
        if (reply.Code != code)
            throw new MailNotSent($"The mail server did not accept {what}: {reply}");
    }

    private static void ExpectSignIn(SmtpReply reply, int code)
    {
        // Only the code: some servers repeat the user in their words.
        if (reply.Code != code)
            throw new MailNotSent($"The mail server did not accept the sign-in ({reply.Code}): see Smtp:User and Smtp:Password.");
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    // RFC 5321, 4.5.2: a line that begins with a dot gets another, since a lone dot ends the message.
    private static byte[] Stuffed(byte[] message)
    {
        var text = Encoding.ASCII.GetString(message);
        var stuffed = ("\r\n" + text).Replace("\r\n.", "\r\n..", StringComparison.Ordinal)[2..];
        return Encoding.ASCII.GetBytes(stuffed + (stuffed.EndsWith("\r\n", StringComparison.Ordinal) ? ".\r\n" : "\r\n.\r\n"));
    }
}
