namespace Solidarity.Web.Pages;

/// <summary>What somebody typed, as a pattern for LIKE.</summary>
internal static class Search
{
    public const string Escape = "\\";

    /// <summary>Null where nothing was typed.</summary>
    public static string? Pattern(string? typed)
    {
        var words = typed?.Trim();
        return string.IsNullOrEmpty(words) ? null
            : $"%{words.Replace(Escape, Escape + Escape, StringComparison.Ordinal).Replace("%", Escape + "%", StringComparison.Ordinal).Replace("_", Escape + "_", StringComparison.Ordinal).Replace("[", Escape + "[", StringComparison.Ordinal)}%";
    }
}
