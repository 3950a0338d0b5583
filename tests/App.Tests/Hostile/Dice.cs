using System.Text;

namespace Solidarity.App.Tests.Hostile;

/// <summary>Seeded chance: the same seed and number give the same request again.</summary>
internal sealed class Dice(int seed, int number)
{
    private readonly Random _random = new(unchecked((seed * 1_000_003) + number));

    public bool Chance(double of) => _random.NextDouble() < of;

    public int Next(int below) => _random.Next(below);

    public T Of<T>(IReadOnlyList<T> some) => some[_random.Next(some.Count)];

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>A text that somebody means ill with, or that fell apart on its way; may hold half a surrogate pair.</summary>
    public string Text(string? known = null) => _random.Next(known is { Length: > 0 } ? 12 : 8) switch
    {
        < 6 => Of(HostileWords.Texts),
        6 => string.Concat(Enumerable.Repeat(Of(HostileWords.Letters), Of<int>([1, 63, 255, 256, 501, 2001, 5000]))),
        7 => Number(),
        8 => known![..Next(known!.Length)],
        9 => known + known!,
        10 => known!.Remove(Next(known!.Length), 1),
        _ => Flip(known!),
    };

    public string Number() => Of(HostileWords.Numbers);

    /// <summary>For an address or a form: percent-encoded as it should be, or in ways that it should not.</summary>
    public string Encode(string text) => _random.Next(10) switch
    {
        0 => Of(HostileWords.Percents),
        1 => string.Concat(Encoding.Latin1.GetBytes(text.Length > 300 ? text[..300] : text).Select(b => $"%{b:x2}")),
        2 => Escape(text) + Of(HostileWords.Percents),
        _ => Escape(text),
    };

    /// <summary>UTF-8 with percents; half a surrogate pair as the three bytes that CESU would write.</summary>
    public static string Escape(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var sign in text.EnumerateRunes())
        {
            if (sign.Value < 128 && (char.IsAsciiLetterOrDigit((char)sign.Value) || sign.Value is '-' or '_' or '.' or '~'))
                line.Append((char)sign.Value);
            else
                foreach (var part in Encoding.UTF8.GetBytes(sign.ToString()))
                    line.Append('%').Append(part.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return text.Any(char.IsSurrogate) ? line + "%ED%A0%80" : line.ToString();
    }

    private string Flip(string known)
    {
        var letters = known.ToCharArray();
        letters[Next(letters.Length)] = (char)_random.Next(1, 0x250);
        return new string(letters);
    }
}
