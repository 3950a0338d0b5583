namespace Solidarity.Web.Pages.Administration;

/// <summary>Long lists are read in pages, each beginning after the last row of the one before.</summary>
internal static class Paging
{
    public const int PerPage = 50;

    private const string After = "after";

    /// <summary>The address of the next page: this one's query, and where it goes on. Null where this one is the last.</summary>
    public static string? Next<T>(this HttpRequest request, IReadOnlyList<T> rows, Func<T, string> key) => rows.Count < PerPage ? null
        : request.Path + QueryString.Create(request.Query.Where(q => q.Key != After).SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v)).Append(KeyValuePair.Create(After, (string?)key(rows[^1]))));
}

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
