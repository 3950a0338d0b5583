using Solidarity.Domain;

namespace Solidarity.Web.Account;

/// <summary>What a new password must be: long, and not among the first that somebody would try. As NIST SP 800-63B advises, no rules about kinds of characters.</summary>
public static class PasswordRules
{
    public const int Shortest = 10;

    /// <summary>Hashing costs by length too.</summary>
    public const int Longest = 128;

    /// <summary>What is wrong with it, or null.</summary>
    /// <param name="field">Its input.</param>
    public static Problem? Wrong(string? password, string email, string name, string field) => password switch
    {
        null or { Length: < Shortest } => new Problem(Reason.PasswordTooShort, field, [Shortest]),
        { Length: > Longest } => new Problem(Reason.PasswordTooLong, field, [Longest]),
        _ when IsAbout(password, email, name) => new Problem(Reason.PasswordIsYou, field, []),
        _ when CommonPasswords.Has(password) => new Problem(Reason.PasswordCommon, field, []),
        _ => null,
    };

    /// <exception cref="Refusal">With what is wrong.</exception>
    public static void Check(string? password, string email, string name, string field)
    {
        if (Wrong(password, email, name, field) is { } problem)
            throw new Refusal([problem]);
    }

    private static bool IsAbout(string password, string email, string name)
    {
        var plain = Letters(password);
        return new[] { email, email.Split('@')[0], name }.Select(Letters).Any(own => own.Length > 0 && (plain == own || (own.Length > 3 && plain.Replace(own, "", StringComparison.Ordinal).Length < 4)));
    }

    private static string Letters(string text) => new([.. text.ToUpperInvariant().Where(char.IsLetterOrDigit)]);
}
