using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Solidarity.Domain;
using Solidarity.Jobs.Mail;

namespace Solidarity.Jobs.Tests.Mail;

public class SmtpTransportTests
{
    private static SmtpOptions To(LocalSmtpServer server) =>
        new() { Host = "localhost", Port = server.Port, Security = SmtpSecurity.None, From = "gifts@solidarity.example", FromName = "Solidarity" };

    private static readonly Site Site = new() { PublicUrl = new("https://solidarity.example"), Name = "Soupe & Co" };

    private static SmtpTransport Transport(SmtpOptions options) => new(options, Site, TimeProvider.System);

    [Fact]
    public async Task A_message_arrives_whole()
    {
        await using var server = new LocalSmtpServer();
        await Transport(To(server)).SendAsync(Letters.Simple(), default);

        var message = Assert.Single(server.Messages);
        Assert.Contains("MAIL FROM:<gifts@solidarity.example>", server.Commands);
        Assert.Contains("RCPT TO:<marie@example.org>", server.Commands);
        Assert.Contains("Message-ID: <receipt-2026-000123@solidarity.example>\r\n", message, StringComparison.Ordinal);
        Assert.Contains("Auto-Submitted: auto-generated\r\n", message, StringComparison.Ordinal);
        Assert.Contains("Content-Language: fr\r\n", message, StringComparison.Ordinal);
        Assert.Contains("filename=\"receipt.pdf\"", message, StringComparison.Ordinal);
        var parts = MimePart.Parse(message).Flatten().ToList();
        Assert.Equal(Letters.Simple().Text, parts.Single(p => p.Type == "text/plain").Text());
    }

    [Theory]
    [InlineData("Solidarity", "From: \"Solidarity\"\r\n")]
    [InlineData(null, "From: \"Soupe & Co\"\r\n")]
    public async Task It_comes_in_the_name_that_was_set_or_else_the_site_s(string? set, string line)
    {
        await using var server = new LocalSmtpServer();
        await Transport(To(server) with { FromName = set }).SendAsync(Letters.Simple(), default);
        Assert.Contains(line, Assert.Single(server.Messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AUTH PLAIN LOGIN", "AUTH PLAIN ")]
    [InlineData("AUTH LOGIN", "AUTH LOGIN")]
    public async Task It_signs_in_before_it_says_anything(string offered, string used)
    {
        await using var server = new LocalSmtpServer { SignIn = offered, Password = "pässword" };
        await Transport(To(server) with { User = "solidarity", Password = "pässword" }).SendAsync(Letters.Simple(), default);

        Assert.Single(server.Messages);
        Assert.StartsWith(used, server.Commands.ElementAt(1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AUTH PLAIN LOGIN")]
    [InlineData("AUTH LOGIN")]
    [InlineData("AUTH XOAUTH2")]
    [InlineData("")]
    public async Task A_password_that_is_not_accepted_is_an_error_and_nothing_is_sent(string offered)
    {
        await using var server = new LocalSmtpServer { SignIn = offered, Password = "right" };
        var transport = Transport(To(server) with { User = "solidarity", Password = "wrong" });

        var error = await Assert.ThrowsAsync<MailNotSent>(() => transport.SendAsync(Letters.Simple(), default));
        await Assert.ThrowsAsync<MailNotSent>(() => transport.CheckAsync(default));

        Assert.Contains("Smtp:User", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Commands, c => c.StartsWith("MAIL", StringComparison.Ordinal) || c.StartsWith("RCPT", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("550 5.1.1 <marie@example.org>: no such user")]
    [InlineData("550 no such user marie@example.org")]
    [InlineData("552 5.2.2 mailbox full")]
    public async Task An_address_that_the_server_refuses_for_good_is_rejected(string answer)
    {
        await using var server = new LocalSmtpServer { RecipientAnswer = answer };
        var error = await Assert.ThrowsAsync<MailRejected>(() => Transport(To(server)).SendAsync(Letters.Simple(), default));
        Assert.DoesNotContain("marie", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("450 greylisted, come back later")]
    [InlineData("530 5.7.0 authentication required")]
    [InlineData("550 5.7.1 relaying denied")]
    [InlineData("554 5.7.1 blocked")]
    public async Task A_no_that_is_not_about_the_address_is_tried_again(string answer)
    {
        await using var server = new LocalSmtpServer { RecipientAnswer = answer };
        await Assert.ThrowsAsync<MailNotSent>(() => Transport(To(server)).SendAsync(Letters.Simple(), default));
    }

    [Fact]
    public async Task A_message_that_the_server_would_not_take_is_not_sent()
    {
        await using var refusing = new LocalSmtpServer { MessageAnswer = "452 disk full" };
        await using var vanishing = new LocalSmtpServer { HangsUpAfterMessage = true };
        await Assert.ThrowsAsync<MailNotSent>(() => Transport(To(refusing)).SendAsync(Letters.Simple(), default));
        await Assert.ThrowsAsync<IOException>(() => Transport(To(vanishing)).SendAsync(Letters.Simple(), default));
    }

    [Fact]
    public async Task A_server_that_is_down_or_says_nothing_ends_in_time()
    {
        await using var silent = new LocalSmtpServer { Silent = true };
        var options = To(silent) with { Timeout = TimeSpan.FromMilliseconds(300) };
        await Assert.ThrowsAsync<TimeoutException>(() => Transport(options).SendAsync(Letters.Simple(), default));
        using var stopping = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Transport(To(silent)).SendAsync(Letters.Simple(), stopping.Token));
        await Assert.ThrowsAsync<IOException>(() => Transport(To(silent) with { Port = 1 }).SendAsync(Letters.Simple(), default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("marie")]
    [InlineData("marie@")]
    [InlineData("marie@example.org>\r\nRCPT TO:<spam@example.org")]
    [InlineData("marie@example.org\nBcc: spam@example.org")]
    [InlineData("Marie <marie@example.org>")]
    [InlineData("a@example.org,b@example.org")]
    [InlineData("ma rie@example.org")]
    [InlineData("мария@example.org")]
    public async Task What_is_no_address_is_rejected_before_the_server_hears_of_it(string address)
    {
        await using var server = new LocalSmtpServer();
        await Assert.ThrowsAsync<MailRejected>(() => Transport(To(server)).SendAsync(Letters.Simple(address), default));
        Assert.Empty(server.Commands);
    }

    [Fact]
    public async Task A_domain_with_accents_travels_in_its_international_form()
    {
        await using var server = new LocalSmtpServer();
        await Transport(To(server)).SendAsync(Letters.Simple("marie@münchen.example"), default);
        Assert.Contains("RCPT TO:<marie@xn--mnchen-3ya.example>", server.Commands);
    }

    [Fact]
    public async Task No_name_or_subject_can_add_a_header()
    {
        await using var server = new LocalSmtpServer();
        await Transport(To(server)).SendAsync(Letters.Simple(name: "Marie\"\r\nBcc: spam@example.org", subject: "Hi\r\nX-Evil: 1\r\n\r\nbody"), default);
        var headers = MimePart.Parse(server.Messages.Single()).Headers;
        Assert.DoesNotContain(headers, h => h.Key is "Bcc" or "X-Evil");
        Assert.Equal("Hi  X-Evil: 1    body", headers.Single(h => h.Key == "Subject").Value);
    }

    [Fact]
    public async Task With_StartTls_everything_but_the_greeting_is_encrypted()
    {
        using var certificate = SelfSigned();
        await using var server = new LocalSmtpServer { Certificate = certificate, Password = "right" };
        var options = To(server) with { Security = SmtpSecurity.StartTls, User = "solidarity", Password = "right" };
        var transport = new SmtpTransport(options, Site, TimeProvider.System)
        {
            CertificateCheck = (_, shown, _, errors) => errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors)
                && shown!.GetCertHashString() == certificate.GetCertHashString(),
        };
        await transport.SendAsync(Letters.Simple(), default);

        Assert.Single(server.Messages);
        Assert.Equal("STARTTLS", server.Commands.ElementAt(1));
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_a_server_without_TLS_or_words_slipped_in_stop_the_sending()
    {
        using var certificate = SelfSigned();
        await using var untrusted = new LocalSmtpServer { Certificate = certificate };
        await using var plain = new LocalSmtpServer();
        await using var meddled = new LocalSmtpServer { Certificate = certificate, AfterStartTls = "\r\n250 slipped in" };
        foreach (var server in new[] { untrusted, plain, meddled })
        {
            var options = To(server) with { Security = SmtpSecurity.StartTls, User = "solidarity", Password = "secret" };
            var error = await Assert.ThrowsAsync<MailNotSent>(() => Transport(options).SendAsync(Letters.Simple(), default));
            Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(server.Commands, c => c.StartsWith("AUTH", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("Smtp:Host", "", 587, SmtpSecurity.StartTls, null, null, "a@example.org")]
    [InlineData("Smtp:Port", "h", 0, SmtpSecurity.StartTls, null, null, "a@example.org")]
    [InlineData("Smtp:Security", "h", 465, SmtpSecurity.StartTls, null, null, "a@example.org")]
    [InlineData("Smtp:Security", "h", 465, SmtpSecurity.None, null, null, "a@example.org")]
    [InlineData("Smtp:Security", "h", 587, SmtpSecurity.Tls, null, null, "a@example.org")]
    [InlineData("Smtp:User", "h", 587, SmtpSecurity.StartTls, null, "x", "a@example.org")]
    [InlineData("Smtp:Password", "h", 587, SmtpSecurity.StartTls, "x", null, "a@example.org")]
    [InlineData("Smtp:From", "h", 587, SmtpSecurity.StartTls, null, null, "nobody")]
    public void Options_that_cannot_work_are_refused_by_the_name_of_their_key(
        string key, string host, int port, SmtpSecurity security, string? user, string? password, string from)
    {
        var options = new SmtpOptions { Host = host, Port = port, Security = security, User = user, Password = password, From = from };
        var error = Assert.Throws<ArgumentException>(() => Transport(options));
        Assert.StartsWith(key, error.Message, StringComparison.Ordinal);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
