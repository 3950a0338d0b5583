using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Solidarity.Faults.Outages;

/// <summary>How a mail server can be.</summary>
internal enum MailWeather
{
    Fair,

    /// <summary>Nobody answers: connections break at once.</summary>
    Gone,

    /// <summary>It says "later" to every message.</summary>
    Refusing,

    /// <summary>It takes the message and hangs up before it says so.</summary>
    LosingAnswers,

    /// <summary>Each message takes two seconds.</summary>
    Slow,
}

/// <summary>A message that was taken.</summary>
/// <param name="Acknowledged">Whoever sent it was told so.</param>
internal sealed record TakenMail(string MessageId, string To, string Subject, bool Acknowledged);

/// <summary>A mail server that takes everything, if its weather is fair: just enough of RFC 5321 to be talked to, by several at once.</summary>
internal sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private readonly bool _keepsWords;
    private readonly List<string> _taken = [];
    private readonly List<TakenMail> _mails = [];

    /// <param name="keepsWords">Whether the messages themselves are kept, beside their headers.</param>
    public SmtpServer(int port, bool keepsWords = true)
    {
        _keepsWords = keepsWords;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _serving = ServeAsync();
    }

    public MailWeather Weather { get; set; }

    public IReadOnlyList<string> Taken
    {
        get
        {
            lock (_taken)
                return [.. _taken];
        }
    }

    public IReadOnlyList<TakenMail> Mails
    {
        get
        {
            lock (_taken)
                return [.. _mails];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = TalkAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // It hung up, or the test is over.
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                if (Weather != MailWeather.Gone)
                    await TalkAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // It hung up, or was killed.
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 mail.example");
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var refuses = Weather == MailWeather.Refusing && line.StartsWith("MAIL", StringComparison.Ordinal);
            await writer.WriteLineAsync(line switch
            {
                _ when refuses => "451 come back later",
                "DATA" => "354 go on",
                "QUIT" => "221 goodbye",
                _ => "250 fine",
            });
            if (line == "DATA" && !await TakeAsync(reader, writer))
                return;
        }
    }

    private async Task<bool> TakeAsync(StreamReader reader, StreamWriter writer)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line == ".")
                return await TakeAsync(message.ToString(), writer);
            message.AppendLine(line);
        }

        return false;
    }

    private async Task<bool> TakeAsync(string message, StreamWriter writer)
    {
        if (Weather == MailWeather.Slow)
            await Task.Delay(TimeSpan.FromSeconds(2), _stop.Token);
        var says = Weather != MailWeather.LosingAnswers;
        lock (_taken)
        {
            _mails.Add(new TakenMail(HeaderOf(message, "Message-ID"), HeaderOf(message, "To"), HeaderOf(message, "Subject"), says));
            if (_keepsWords)
                _taken.Add(message);
        }

        if (says)
            await writer.WriteLineAsync("250 taken");
        return says;
    }

    private static string HeaderOf(string message, string name)
    {
        using var lines = new StringReader(message);
        while (lines.ReadLine() is { Length: > 0 } line)
        {
            if (line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))
                return line[(name.Length + 2)..].Trim('<', '>', ' ');
        }

        return "";
    }
}
