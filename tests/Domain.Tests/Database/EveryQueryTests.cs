using Microsoft.EntityFrameworkCore;
using Solidarity.TestDatabases.Translations;

namespace Solidarity.Domain.Tests.Database;

/// <summary>The watch over every query that the tests run on SQLite can itself see what it is there for.</summary>
public class EveryQueryTests : DatabaseTest
{
    /// <summary>GLOB is SQLite's own.</summary>
    [Fact]
    public async Task What_only_SQLite_can_be_asked_is_refused()
    {
        if (!TestDatabase.IsSqlite)
            return;
        await using var db = Database.Open();
        var e = await Assert.ThrowsAsync<NotTranslatedException>(() => db.Attempts.Where(a => EF.Functions.Glob(a.Key, "a*")).ToListAsync());
        Assert.Contains("Not on PostgreSQL", e.Message, StringComparison.Ordinal);
        Assert.Contains("EveryQueryTests", e.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotTranslatedException>(() => db.Attempts.CountAsync(a => EF.Functions.Glob(a.Key, "a*")));
        await Assert.ThrowsAsync<NotTranslatedException>(() => db.Attempts.Where(a => EF.Functions.Glob(a.Key, "a*")).ExecuteDeleteAsync());
        await Assert.ThrowsAsync<NotTranslatedException>(() => db.Attempts.ExecuteUpdateAsync(set => set.SetProperty(a => a.Key, a => EF.Functions.Glob(a.Key, "a*") ? "x" : a.Key)));
    }

    [Fact]
    public async Task What_every_database_can_be_asked_is_not()
    {
        await using var db = Database.Open();
        string[] keys = ["a", "b"];
        Assert.Empty(await db.Attempts.Where(a => keys.Contains(a.Key) && EF.Functions.Like(a.Key, "A%")).OrderBy(a => a.Id).ToListAsync());
        Assert.Equal(0, await db.Attempts.Where(a => a.Key == keys[0]).ExecuteDeleteAsync());
        Assert.Null(await db.Attempts.FirstOrDefaultAsync());
    }
}
