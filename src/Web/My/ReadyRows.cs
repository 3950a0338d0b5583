using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Solidarity.Web.My;

/// <summary>Rows for somebody who may read slowly: they are read, and the connection to the database is given back, before the first of them is passed on.</summary>
public static class ReadyRows
{
    private const int AtOnce = 200;

    /// <summary>All at once: for what there is little of.</summary>
    public static async IAsyncEnumerable<T> ReadyAsync<T>(this IQueryable<T> rows, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var row in await rows.ToListAsync(cancel))
            yield return row;
    }

    /// <summary>First the keys alone, then some rows at a time: for what there may be much of.</summary>
    /// <param name="read">The rows of those keys, in the order of the keys.</param>
    public static async IAsyncEnumerable<T> ReadyAsync<TKey, T>(this IQueryable<TKey> keys, Func<TKey[], IQueryable<T>> read, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var some in (await keys.ToListAsync(cancel)).Chunk(AtOnce))
        {
            foreach (var row in await read(some).ToListAsync(cancel))
                yield return row;
        }
    }
}
