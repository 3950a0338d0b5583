namespace Solidarity.Web.Pages;

/// <summary>Long lists are read in pages, each beginning after the last row of the one before.</summary>
internal static class Paging
{
    public const int PerPage = 50;

    /// <summary>Takes off the row that was asked for only to learn whether there is another page: ask for one more than a page holds.</summary>
    /// <returns>There is another page, and it begins after the last row that is left.</returns>
    public static bool Cut<T>(this List<T> rows, int perPage = PerPage)
    {
        if (rows.Count <= perPage)
            return false;
        rows.RemoveRange(perPage, rows.Count - perPage);
        return true;
    }
}
