using System.Globalization;
using System.Text;

namespace Solidarity.Domain;

/// <summary>
/// Words that people type, made fit to keep and to show to others: no control characters, nothing that turns the direction of the
/// page around it (Unicode Standard Annex 9), no half characters and none that are no characters; null where nothing visible is left.
/// </summary>
public static class CleanText
{
    /// <summary>Everything on one line, words one space apart: names, titles.</summary>
    public static string? OneLine(string? text) =>
        text is null ? null : Seen(string.Join(' ', Printable(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>Line ends are kept, as \n.</summary>
    public static string? Lines(string? text) =>
        text is null ? null : Seen(Printable(text.ReplaceLineEndings("\n")).Trim());

    /// <summary>Lines that a form must hold.</summary>
    /// <exception cref="Refusal">Nothing visible, or longer than <paramref name="most"/> characters.</exception>
    public static string Needed(string? text, string field, int most) => Optional(text, field, most) ?? throw new Refusal(Reason.TextMissing, field);

    /// <summary>Lines that a form may hold.</summary>
    /// <exception cref="Refusal">Longer than <paramref name="most"/> characters.</exception>
    public static string? Optional(string? text, string field, int most)
    {
        var words = Lines(text);
        return words?.Length > most ? throw new Refusal(Reason.TextTooLong, field, most) : words;
    }

    private static string Printable(string text)
    {
        var kept = new StringBuilder(text.Length);
        // A half surrogate comes out as U+FFFD.
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value != '\n' && Rune.IsControl(rune) && Rune.IsWhiteSpace(rune))
                kept.Append(' ');
            else if (rune.Value == '\n' || !(Rune.IsControl(rune) || TurnsDirection(rune) || IsNoCharacter(rune)))
                kept.Append(rune);
        }

        return kept.ToString();
    }

    private static bool TurnsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    /// <summary>Code points that no text may hold (Unicode Standard, 23.7), and at which normalising fails.</summary>
    private static bool IsNoCharacter(Rune rune) => rune.Value is >= 0xFDD0 and <= 0xFDEF || (rune.Value & 0xFFFE) == 0xFFFE;

    private static string? Seen(string text) =>
        text.EnumerateRunes().All(r => Rune.IsWhiteSpace(r) || Rune.GetUnicodeCategory(r) == UnicodeCategory.Format) ? null : text;
}
