namespace Solidarity.Domain;

/// <summary>Reads what a form asks for, cleaned, and collects everything that is wrong with it, so that all is said at once.</summary>
public sealed class FormWords
{
    /// <summary>Longest e-mail address (RFC 5321, 4.5.3.1).</summary>
    /// <summary>Characters of an address (RFC 5321, 4.5.3.1).</summary>
    public const int LongestEmail = 254;

    /// <summary>Why an administrator did something: kept in the trail.</summary>
    public const int LongestReason = 1000;

    /// <summary>Why a moderator decided so: told to whom it is about.</summary>
    public const int LongestReasons = 2000;

    private readonly List<Problem> _problems = [];

    /// <summary>One line that must be there; empty where it is refused.</summary>
    public string Line(string? typed, string field, int most) => Needed(LineOrNone(typed, field, most), field);

    /// <summary>What somebody or something is called; empty where it is refused.</summary>
    public string Name(string? typed, string field, int most)
    {
        var name = CleanText.OneLine(typed);
        That(name is not null, Reason.NameMissing, field);
        That(name is null || name.Length <= most, Reason.NameTooLong, field, most);
        return name ?? "";
    }

    public string? LineOrNone(string? typed, string field, int most) => Within(CleanText.OneLine(typed), field, most);

    /// <summary>Several lines that must be there; empty where they are refused.</summary>
    public string Words(string? typed, string field, int most) => Needed(WordsOrNone(typed, field, most), field);

    public string? WordsOrNone(string? typed, string field, int most) => Within(CleanText.Lines(typed), field, most);

    /// <summary>An address that can be written to and must be there, as <see cref="EmailAddress.ToKey"/> writes it; empty where it is refused.</summary>
    public string Email(string? typed, string field)
    {
        That(CleanText.OneLine(typed) is not null, Reason.EmailMissing, field);
        return EmailOrNone(typed, field) ?? "";
    }

    /// <summary>An address that may be there, as <see cref="EmailAddress.ToKey"/> writes it.</summary>
    public string? EmailOrNone(string? typed, string field)
    {
        if (LineOrNone(typed, field, LongestEmail) is not { Length: <= LongestEmail } line)
            return null;
        var key = EmailAddress.ToKey(line);
        if (key?[key.LastIndexOf('@')..].Contains('.', StringComparison.Ordinal) == true)
            return key;
        Add(Reason.EmailNotValid, field);
        return null;
    }

    public void That(bool so, Reason otherwise, string? field = null, params object[] args)
    {
        if (!so)
            Add(otherwise, field, args);
    }

    public void Add(Reason reason, string? field, params object[] args) => Add(new Problem(reason, field, args));

    public void Add(Problem problem) => _problems.Add(problem);

    public void Add(Refusal refusal) => _problems.AddRange(refusal.Problems);

    /// <exception cref="Refusal">Something is wrong: with all of it.</exception>
    public void Refuse()
    {
        if (_problems.Count > 0)
            throw new Refusal(_problems);
    }

    private string? Within(string? text, string field, int most)
    {
        That(text is null || text.Length <= most, Reason.TextTooLong, field, most);
        return text;
    }

    private string Needed(string? text, string field)
    {
        That(text is not null, Reason.TextMissing, field);
        return text ?? "";
    }
}
