using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;

namespace Solidarity.Benchmarks.Data;

/// <summary>What a provider asks for where very many rows come in, and some with their own numbers.</summary>
internal static class Numbers
{
    public static async Task PrepareAsync(SolidarityDb db)
    {
        // A file that nobody else reads, and that is thrown away if the power goes: not every ten thousand need wait for the disk.
        if (IsSqlite(db))
            await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA wal_autocheckpoint = 20000;");
    }

    /// <summary>The next number that the database gives comes after those that were written.</summary>
    public static async Task GoOnAsync(SolidarityDb db)
    {
        if (IsSqlite(db))
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);");
        else if (db.Database.ProviderName!.Contains("PostgreSQL", StringComparison.Ordinal))
            await db.Database.ExecuteSqlRawAsync("""SELECT setval(pg_get_serial_sequence('"LedgerTransactions"', 'Id'), (SELECT MAX("Id") FROM "LedgerTransactions"))""");
    }

    private static bool IsSqlite(SolidarityDb db) => db.Database.ProviderName!.EndsWith(".Sqlite", StringComparison.Ordinal);
}
