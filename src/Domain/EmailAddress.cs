using System.Globalization;
using System.Net.Mail;

namespace Solidarity.Domain;

/// <summary>An address as SMTP carries it: ASCII, the domain in its international form (münchen.example is xn--mnchen-3ya.example).</summary>
public static class EmailAddress
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>
    /// The form in which one address is one row: ASCII, small letters. Servers that tell Ann@ from ann@ are not met any more, people who write both are.
    /// Null where the text is no address that can be written to.
    /// </summary>
    public static string? ToKey(string text) => ToAscii(text.Trim())?.ToLowerInvariant();

    /// <summary>Enough for its owner to know it again, and for nobody to write to it: a…@example.org.</summary>
    /// <param name="address">With an @.</param>
    public static string Masked(string address) => $"{address[0]}…{address[address.LastIndexOf('@')..]}";

    /// <summary>The ASCII form, or null where the text is no address that can be written to.</summary>
    public static string? ToAscii(string text)
    {
        // RFC 5321, 4.5.3.1: an address has at most 254 characters, 64 of them before the @. Spaces, quotes and brackets are legal only inside quoted
        // local parts, which nobody has; refusing them keeps anything that could break out of a header or a command away.
        if (text.Length > FormWords.LongestEmail || text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || "\"<>()[],;:\\".Contains(c, StringComparison.Ordinal)))
            return null;
        if (!MailAddress.TryCreate(text, out var parsed) || parsed.Address != text || parsed.User.Length > 64 || !parsed.User.All(char.IsAscii))
            return null;
        try
        {
            return parsed.User + "@" + Idn.GetAscii(parsed.Host);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
