using System.Text;

namespace Solidarity.Jobs.Mail;

/// <summary>One part of a message that <see cref="MimeWriter"/> wrote. Reads our own files only, not the whole of MIME.</summary>
internal sealed record MimePart(IReadOnlyList<KeyValuePair<string, string>> Headers, string Body)
{
    public string Header(string name) =>
        Headers.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value ?? "";

    public string Type => Header("Content-Type").Split(';')[0].Trim();

    public static MimePart Parse(string raw)
    {
        var end = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var (head, body) = end < 0 ? (raw, "") : (raw[..end], raw[(end + 4)..]);
        var unfolded = head.Replace("\r\n ", " ", StringComparison.Ordinal);
        var headers = unfolded.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2))
            .Where(pair => pair.Length == 2)
            .Select(pair => KeyValuePair.Create(pair[0], pair[1]));
        return new MimePart([.. headers], body);
    }

    /// <summary>This part and everything inside it, in the order written.</summary>
    public IEnumerable<MimePart> Flatten()
    {
        yield return this;
        if (!Type.StartsWith("multipart/", StringComparison.Ordinal))
            yield break;
        var boundary = Parameter("Content-Type", "boundary");
        // The line break before a boundary belongs to the boundary (RFC 2046, 5.1.1).
        var pieces = ("\r\n" + Body).Split("\r\n--" + boundary);
        foreach (var piece in pieces.Skip(1).Where(p => p.StartsWith("\r\n", StringComparison.Ordinal)))
            foreach (var part in Parse(piece[2..]).Flatten())
                yield return part;
    }

    public byte[] Content() => Header("Content-Transfer-Encoding") switch
    {
        "base64" => Convert.FromBase64String(Body),
        "quoted-printable" => Encoding.UTF8.GetBytes(Text()),
        _ => Encoding.Latin1.GetBytes(Body),
    };

    public string Text() =>
        (Header("Content-Transfer-Encoding") == "quoted-printable" ? QuotedPrintable.Decode(Body) : Body).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";

    public string FileName()
    {
        var encoded = Parameter("Content-Disposition", "filename*");
        return encoded.Length > 0 ? Uri.UnescapeDataString(encoded[(encoded.LastIndexOf('\'') + 1)..]) : Parameter("Content-Disposition", "filename");
    }

    private string Parameter(string header, string name) =>
        Header(header).Split(';').Select(p => p.Trim().Split('=', 2))
            .FirstOrDefault(p => p.Length == 2 && p[0] == name)?[1].Trim('"') ?? "";
}
