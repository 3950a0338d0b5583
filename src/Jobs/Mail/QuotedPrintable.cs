using System.Globalization;
using System.Text;

namespace Solidarity.Jobs.Mail;

/// <summary>Text in ASCII lines of at most 76 characters that stay readable in the raw message (RFC 2045, 6.7).</summary>
internal static class QuotedPrintable
{
    public static string Encode(string text)
    {
        var encoded = new StringBuilder(text.Length + text.Length / 8);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            EncodeLine(line, encoded);
            encoded.Append("\r\n");
        }

        return encoded.ToString();
    }

    public static string Decode(string encoded)
    {
        var bytes = new List<byte>(encoded.Length);
        var text = encoded.Replace("=\r\n", "", StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value))
            {
                bytes.Add(value);
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static void EncodeLine(string line, StringBuilder encoded)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        var column = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            var last = i == bytes.Length - 1;
            var plain = bytes[i] is >= 33 and <= 126 and not (byte)'=' || (bytes[i] is 32 or 9 && !last);
            var width = plain ? 1 : 3;
            if (column + width > 75)
            {
                encoded.Append("=\r\n");
                column = 0;
            }

            if (plain)
                encoded.Append((char)bytes[i]);
            else
                encoded.Append(CultureInfo.InvariantCulture, $"={bytes[i]:X2}");
            column += width;
        }
    }
}
