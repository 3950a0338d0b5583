using System.Collections.Frozen;

namespace Solidarity.Web.Account;

/// <summary>Passwords that are tried first. From common-passwords.txt, whose source common-passwords.md names.</summary>
public static class CommonPasswords
{
    private static readonly Lazy<FrozenSet<string>> All = new(Read);

    public static int Count => All.Value.Count;

    /// <summary>On the list as it is, or once what people add to get past rules is taken away: "Password2026!" is "password".</summary>
    public static bool Has(string password)
    {
        var lower = password.ToLowerInvariant();
        var letters = lower.TrimStart(c => !char.IsLetter(c)).TrimEnd(c => !char.IsLetter(c));
        return All.Value.Contains(lower) || All.Value.Contains(letters) || lower.Distinct().Count() < 4 || IsRow(lower);
    }

    /// <summary>1234567890, abcdefghij and the like, up or down.</summary>
    private static bool IsRow(string text)
    {
        var steps = text.Zip(text.Skip(1), (a, b) => b - a).ToList();
        return steps.Count(s => s is 1 or -1 or 0) >= text.Length - 2;
    }

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }

    private static string TrimStart(this string text, Func<char, bool> away) => new([.. text.SkipWhile(away)]);

    private static string TrimEnd(this string text, Func<char, bool> away) => new([.. text.Reverse().SkipWhile(away).Reverse()]);
}
