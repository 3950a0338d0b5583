namespace Solidarity.Domain;

/// <summary>Words that somebody must or may write into a form.</summary>
public static class Words
{
    /// <summary>Cleaned, line ends kept.</summary>
    /// <exception cref="Refusal">Nothing visible, or longer than <paramref name="most"/> characters.</exception>
    public static string Needed(string? text, string field, int most) => Optional(text, field, most) ?? throw new Refusal(Reason.TextMissing, field);

    /// <exception cref="Refusal">Longer than <paramref name="most"/> characters.</exception>
    public static string? Optional(string? text, string field, int most)
    {
        var words = CleanText.Lines(text);
        return words?.Length > most ? throw new Refusal(Reason.TextTooLong, field, most) : words;
    }
}
