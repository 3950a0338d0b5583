using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Solidarity.Jobs.Tests.Mail;

/// <summary>A mail server on this machine that behaves as the test says and keeps what it was given.</summary>
internal sealed class LocalSmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Task serving;

    public LocalSmtpServer()
    {
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
    public string SignIn { get; init; } = "AUTH PLAIN LOGIN";
    public string? Password { get; init; }
    public string RecipientAnswer { get; init; } = "250 ok";
    public string MessageAnswer { get; init; } = "250 queued";
    public string AfterStartTls { get; init; } = "";
    public bool Silent { get; init; }
    public bool HangsUpAfterMessage { get; init; }
    public X509Certificate2? Certificate { get; init; }
    public ConcurrentQueue<string> Commands { get; } = [];
    public ConcurrentQueue<string> Messages { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await serving;
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stopping.Token);
                try
                {
                    await TalkAsync(client.GetStream());
                }
                catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException)
                {
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        if (Silent)
            await Task.Delay(Timeout.Infinite, stopping.Token);
        await SayAsync(stream, "220 test");
        while (await ReadLineAsync(stream) is { } line)
        {
            Commands.Enqueue(line);
            var word = line.Split(' ')[0].ToUpperInvariant();
            if (word == "STARTTLS")
            {
                await SayAsync(stream, "220 go" + AfterStartTls);
                var encrypted = new SslStream(stream);
                await encrypted.AuthenticateAsServerAsync(Certificate!);
                stream = encrypted;
            }
            else if (word == "DATA")
            {
                await SayAsync(stream, "354 go on");
                Messages.Enqueue(await ReadMessageAsync(stream));
                if (HangsUpAfterMessage)
                    return;
                await SayAsync(stream, MessageAnswer);
            }
            else
            {
                await SayAsync(stream, await AnswerAsync(stream, word, line));
                if (word == "QUIT")
                    return;
            }
        }
    }

    private async Task<string> AnswerAsync(Stream stream, string word, string line) => word switch
    {
        "EHLO" => "250-test" + (Certificate is not null && stream is not SslStream ? "\r\n250-STARTTLS" : "")
            + (SignIn.Length > 0 ? "\r\n250-" + SignIn : "") + "\r\n250 8BITMIME",
        "AUTH" => await SignInAsync(stream, line),
        "MAIL" => "250 ok",
        "RCPT" => RecipientAnswer,
        "QUIT" => "221 bye",
        _ => "502 what?",
    };

    private async Task<string> SignInAsync(Stream stream, string line)
    {
        string given;
        if (line.StartsWith("AUTH PLAIN ", StringComparison.Ordinal))
        {
            given = Encoding.UTF8.GetString(Convert.FromBase64String(line[11..])).Split('\0')[2];
        }
        else
        {
            await SayAsync(stream, "334 VXNlcm5hbWU6");
            await ReadLineAsync(stream);
            await SayAsync(stream, "334 UGFzc3dvcmQ6");
            given = Encoding.UTF8.GetString(Convert.FromBase64String((await ReadLineAsync(stream))!));
        }

        return given == Password ? "235 welcome" : "535 5.7.8 no";
    }

    private async Task<string> ReadMessageAsync(Stream stream)
    {
        var message = new StringBuilder();
        while (await ReadLineAsync(stream) is { } line && line != ".")
            message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        return message.ToString();
    }

    private async Task SayAsync(Stream stream, string line)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), stopping.Token);
        await stream.FlushAsync(stopping.Token);
    }

    private async Task<string?> ReadLineAsync(Stream stream)
    {
        var line = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, stopping.Token) == 1)
        {
            if (one[0] == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append((char)one[0]);
        }

        return null;
    }
}
