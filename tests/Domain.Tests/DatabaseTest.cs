using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Tests;

/// <summary>A test with a database and a clock of its own.</summary>
public abstract class DatabaseTest : IAsyncLifetime
{
    protected static CancellationToken None => CancellationToken.None;

    protected TestDatabase Database { get; private set; } = null!;

    protected FakeClock Clock { get; } = new();

    public virtual async Task InitializeAsync() => Database = await TestDatabase.CreateAsync();

    public async Task DisposeAsync() => await Database.DisposeAsync();

    /// <summary>Runs SQL as somebody would who goes around the code.</summary>
    protected async Task<int> SqlAsync(FormattableString sql)
    {
        await using var db = Database.Open();
        return await db.Database.ExecuteSqlAsync(sql);
    }

    /// <summary>The database itself must say no.</summary>
    protected async Task<DbException> RefusesAsync(FormattableString sql) => await Assert.ThrowsAnyAsync<DbException>(() => SqlAsync(sql));

    /// <summary>Saves in a context of its own, and must be told no by the database.</summary>
    protected async Task RefusesAsync(params object[] rows)
    {
        await using var db = Database.Open();
        db.AddRange(rows);
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    protected async Task SaveAsync(params object[] rows)
    {
        await using var db = Database.Open();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }
}
