namespace Solidarity.Web.Pages;

/// <summary>Long lists are read in pages, each beginning after the last row of the one before, which its address names as "before".</summary>
internal static class Paging
{
    public const int PerPage = 50;

    private const string Before = "before";

    /// <summary>Takes off the row that was asked for only to learn whether there is another page: ask for one more than a page holds.</summary>
    /// <returns>There is another page, and it begins after the last row that is left.</returns>
    public static bool Cut<T>(this List<T> rows, int perPage = PerPage)
    {
        if (rows.Count <= perPage)
            return false;
        rows.RemoveRange(perPage, rows.Count - perPage);
        return true;
    }

    /// <summary>The address of the next page: this one's, with what was asked for, after that row.</summary>
    public static string Beyond(this HttpRequest request, string last) =>
        request.Path + QueryString.Create(request.Query.Where(q => q.Key != Before).SelectMany(q => q.Value, (q, v) => KeyValuePair.Create(q.Key, v)).Append(KeyValuePair.Create(Before, (string?)last)));
}
