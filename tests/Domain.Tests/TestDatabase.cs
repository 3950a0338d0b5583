using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Solidarity.TestDatabases;

namespace Solidarity.Domain.Tests;

/// <summary>A migrated database of the test's own: see <see cref="TestProvider"/> for where. Gone when the test ends.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly OwnDatabase own;
    private readonly DbContextOptions<SolidarityDb> options;

    private TestDatabase(OwnDatabase own) => (this.own, options) = (own, own.Options);

    public static bool IsSqlite => TestProvider.IsSqlite;

    public static async Task<TestDatabase> CreateAsync() => new(await OwnDatabase.MigratedAsync());

    /// <summary>A context of its own, as each request and each worker has.</summary>
    public SolidarityDb Open() => new(options);

    public SolidarityDb Open(params IInterceptor[] interceptors) => new(new DbContextOptionsBuilder<SolidarityDb>(options).AddInterceptors(interceptors).Options);

    /// <summary>What somebody with the file and bad intentions would do first.</summary>
    public async Task DropTriggersAsync()
    {
        await using var db = Open();
        var names = await db.Database.SqlQueryRaw<string>(TestProvider.Name switch
        {
            TestProvider.SqlServer => "SELECT N'\"' + name + N'\"' AS [Value] FROM sys.triggers WHERE parent_class = 1",
            TestProvider.Postgres => "SELECT DISTINCT '\"' || trigger_name || '\" ON \"' || event_object_table || '\"' AS \"Value\" FROM information_schema.triggers",
            _ => "SELECT '\"' || name || '\"' AS \"Value\" FROM sqlite_master WHERE type = 'trigger'",
        }).ToListAsync();
#pragma warning disable EF1002 // the names are our own
        foreach (var name in names)
            await db.Database.ExecuteSqlRawAsync($"DROP TRIGGER {name}");
#pragma warning restore EF1002
    }

    public ValueTask DisposeAsync() => own.DisposeAsync();
}
