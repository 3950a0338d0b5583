using System.Globalization;
using System.Text;

namespace Solidarity.Jobs.Mail;

/// <summary>Reads a server's answers line by line and writes bytes to it.</summary>
internal sealed class SmtpLines(Stream stream) : IAsyncDisposable
{
    // RFC 5321 allows 512; servers take liberties. A limit, so that a broken server cannot fill the memory.
    private const int LongestLine = 4096;
    private const int MostLines = 100;

    private readonly byte[] buffer = new byte[LongestLine];
    private int next;
    private int filled;

    public Stream Stream => stream;

    public bool HasUnread => next < filled;

    public async Task WriteAsync(byte[] bytes, CancellationToken ct)
    {
        await stream.WriteAsync(bytes, ct);
        await stream.FlushAsync(ct);
    }

    public async Task<SmtpReply> ReadReplyAsync(CancellationToken ct)
    {
        var words = new List<string>();
        while (words.Count < MostLines)
        {
            var line = await ReadLineAsync(ct);
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
                throw new MailNotSent("What answered is not a mail server: see Smtp:Host and Smtp:Port.");
            words.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] != '-')
                return new SmtpReply(code, words);
        }

        throw new MailNotSent("The mail server's answer does not end.");
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private async Task<string> ReadLineAsync(CancellationToken ct)
    {
        var line = new StringBuilder();
        while (line.Length < LongestLine)
        {
            if (next == filled)
            {
                (next, filled) = (0, await stream.ReadAsync(buffer, ct));
                if (filled == 0)
                    throw new IOException("The mail server hung up.");
            }

            var c = (char)buffer[next++];
            if (c == '\n')
                return line.ToString().TrimEnd('\r');
            line.Append(char.IsControl(c) && c != '\r' ? ' ' : c);
        }

        throw new MailNotSent("The mail server's answer does not end.");
    }
}
