using System.Text;

namespace Solidarity.Jobs.Mail;

/// <summary>Writes and reads header values: folding (RFC 5322, 2.2.3) and words that are not ASCII (RFC 2047).</summary>
internal static class MailHeader
{
    private const int LineLength = 76;

    // 39 bytes are 52 characters of base64, 64 with the frame: with "Reply-To: " before it the line keeps to 76.
    private const int BytesPerWord = 39;

    /// <summary>No value can begin a new header: every control character becomes a space.</summary>
    public static string OneLine(string value) =>
        string.Concat(value.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();

    public static string Line(string name, string value)
    {
        var clean = OneLine(value);
        return name + ": " + (IsPlain(clean) ? Fold(clean, name.Length + 2) : EncodedWords(clean)) + "\r\n";
    }

    public static string AddressLine(string name, string address, string? displayName)
    {
        var clean = OneLine(displayName ?? "");
        if (clean.Length == 0)
            return name + ": " + address + "\r\n";
        var shown = IsPlain(clean) && clean.Length < 50
            ? '"' + clean.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + '"'
            : EncodedWords(clean);
        return name + ": " + shown + "\r\n <" + address + ">\r\n";
    }

    /// <summary>The value as a person reads it: encoded words decoded.</summary>
    public static string Decode(string value)
    {
        var text = new StringBuilder();
        var words = value.Split(' ');
        var afterEncoded = false;
        foreach (var word in words)
        {
            var decoded = DecodeWord(word);
            // RFC 2047, 6.2: the space between two encoded words is not part of the text.
            if (text.Length > 0 && !(afterEncoded && decoded is not null))
                text.Append(' ');
            text.Append(decoded ?? word);
            afterEncoded = decoded is not null;
        }

        return text.ToString();
    }

    private static string? DecodeWord(string word)
    {
        const string start = "=?utf-8?B?";
        if (!word.StartsWith(start, StringComparison.OrdinalIgnoreCase) || !word.EndsWith("?=", StringComparison.Ordinal))
            return null;
        var bytes = new byte[word.Length];
        return Convert.TryFromBase64String(word[start.Length..^2], bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : null;
    }

    private static bool IsPlain(string value) =>
        value.All(c => c is >= ' ' and <= '~') && !value.Contains("=?", StringComparison.Ordinal)
        && value.Split(' ').All(word => word.Length <= LineLength);

    private static string Fold(string value, int used)
    {
        var folded = new StringBuilder();
        var column = used;
        foreach (var word in value.Split(' '))
        {
            if (folded.Length > 0)
            {
                var breaks = column + 1 + word.Length > LineLength && word.Length > 0;
                folded.Append(breaks ? "\r\n " : " ");
                column = breaks ? 1 : column + 1;
            }

            folded.Append(word);
            column += word.Length;
        }

        return folded.ToString();
    }

    private static string EncodedWords(string value)
    {
        var words = new List<string>();
        var bytes = new List<byte>(BytesPerWord);
        Span<byte> buffer = stackalloc byte[4];
        foreach (var rune in value.EnumerateRunes())
        {
            var count = rune.EncodeToUtf8(buffer);
            if (bytes.Count + count > BytesPerWord)
                Flush();
            bytes.AddRange(buffer[..count]);
        }

        Flush();
        return string.Join("\r\n ", words);

        void Flush()
        {
            words.Add("=?utf-8?B?" + Convert.ToBase64String([.. bytes]) + "?=");
            bytes.Clear();
        }
    }
}
