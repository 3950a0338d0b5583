using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Solidarity.Jobs.Mail;

/// <summary>One line of the mailbox page. <paramref name="File"/> is what <see cref="MailboxReader.Read"/> takes.</summary>
public sealed record MailboxEntry(string File, DateTimeOffset Date, string To, string Subject);

/// <summary>A whole message; header values are decoded.</summary>
public sealed record MailboxMail(
    MailboxEntry Entry,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    string Text,
    string Html,
    IReadOnlyList<MailAttachment> Attachments);

/// <summary>Reads the files that <see cref="MailboxTransport"/> writes, for the development page that shows them.</summary>
public sealed partial class MailboxReader(string folder)
{
    /// <summary>The newest messages first, by their Date line.</summary>
    public IReadOnlyList<MailboxEntry> List(int most = 200)
    {
        if (!Directory.Exists(folder))
            return [];
        var entries = Directory.EnumerateFiles(folder, "*.eml").Select(path => Entry(Path.GetFileName(path), MimePart.Parse(Head(path))));
        return [.. entries.OrderByDescending(e => e.Date).ThenByDescending(e => e.File, StringComparer.Ordinal).Take(most)];
    }

    /// <summary>One message, or null where no such file is in the folder. The name comes from an address bar: it can name nothing else.</summary>
    public MailboxMail? Read(string file)
    {
        var path = Path.Combine(folder, file);
        if (!FileName().IsMatch(file) || !File.Exists(path))
            return null;
        var parts = MimePart.Parse(File.ReadAllText(path, Encoding.Latin1)).Flatten().ToList();
        return new MailboxMail(
            Entry(file, parts[0]),
            [.. parts[0].Headers.Select(h => KeyValuePair.Create(h.Key, MailHeader.Decode(h.Value)))],
            parts.FirstOrDefault(p => p.Type == "text/plain")?.Text() ?? "",
            parts.FirstOrDefault(p => p.Type == "text/html")?.Text() ?? "",
            [.. parts.Where(p => p.Header("Content-Disposition").StartsWith("attachment", StringComparison.Ordinal))
                .Select(p => new MailAttachment(p.FileName(), p.Type, p.Content()))]);
    }

    private static MailboxEntry Entry(string file, MimePart message) => new(
        file,
        DateTimeOffset.TryParse(message.Header("Date"), CultureInfo.InvariantCulture, out var date) ? date : DateTimeOffset.MinValue,
        MailHeader.Decode(message.Header("To")),
        MailHeader.Decode(message.Header("Subject")));

    // The headers only: a mailbox of hundreds of messages with PDFs is listed without reading the PDFs.
    private static string Head(string path)
    {
        using var reader = new StreamReader(path, Encoding.Latin1);
        var head = new StringBuilder();
        while (reader.ReadLine() is { Length: > 0 } line)
            head.Append(line).Append("\r\n");
        return head.ToString();
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._@-]*\.eml\z")]
    private static partial Regex FileName();
}
