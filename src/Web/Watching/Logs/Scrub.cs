using System.Text.RegularExpressions;

namespace Solidarity.Web.Watching.Logs;

/// <summary>
/// Takes out of a line what looks like an e-mail address, a secret of a link or a key. Our own code logs none of these; but exceptions of others
/// quote what they were given, and an operator may ask the server to log more.
/// </summary>
internal static partial class Scrub
{
    public static string Words(string text)
    {
        if (text.Contains('@', StringComparison.Ordinal) || text.Contains("%40", StringComparison.Ordinal))
            text = Address().Replace(text, "(address)");
        if (text.Contains('_', StringComparison.Ordinal))
            text = Key().Replace(text, "(key)");
        if (text.Contains('/', StringComparison.Ordinal))
            text = InPath().Replace(text, "(token)");
        if (text.Contains('=', StringComparison.Ordinal))
            text = InQuery().Replace(text, "$1(value)");
        // SQL Server says which value is there already.
        return text.Contains("duplicate key value is", StringComparison.Ordinal) ? Duplicate().Replace(text, "duplicate key value is (value)") : text;
    }

    [GeneratedRegex("""[^\s"'<>,;:()\[\]{}=/|]+(?:@|%40)[^\s"'<>,;:()\[\]{}=/|&?]+""", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(?:sk|rk|whsec)_[A-Za-z0-9_]{6,}", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    /// <summary>A part of a path as long as <see cref="Domain.UnguessableToken"/>, or longer.</summary>
    [GeneratedRegex(@"(?<=/)[A-Za-z0-9_-]{27,}(?=\.pdf|[/?\s""',;)\]]|\.?$|\.\s)", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex InPath();

    [GeneratedRegex(@"([?&][A-Za-z][A-Za-z0-9_.-]*=)[^\s&""']+", RegexOptions.CultureInvariant)]
    private static partial Regex InQuery();

    [GeneratedRegex(@"duplicate key value is \([^)]*\)", RegexOptions.CultureInvariant)]
    private static partial Regex Duplicate();
}
