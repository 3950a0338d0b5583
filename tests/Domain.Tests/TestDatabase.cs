using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Solidarity.Database.Sqlite;
using Solidarity.Database.SqlServer;

namespace Solidarity.Domain.Tests;

/// <summary>
/// A migrated database of the test's own: an SQLite file in the temporary folder, or, where SOLIDARITY_TEST_SQLSERVER holds a
/// connection string, a database on that server. Gone when the test ends.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly string? Server = Environment.GetEnvironmentVariable("SOLIDARITY_TEST_SQLSERVER");

    /// <summary>Migrating takes a while, copying a file does not.</summary>
    private static readonly Lazy<Task<string>> Template = new(async () =>
    {
        var file = NewFile();
        await using var db = Open(Sqlite(file));
        await db.Database.MigrateAsync();
        await db.Database.CloseConnectionAsync();
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(file);
        return file;
    });

    private readonly DbContextOptions<SolidarityDb> options;
    private readonly string? file;

    private TestDatabase(DbContextOptions<SolidarityDb> options, string? file) => (this.options, this.file) = (options, file);

    public static bool IsSqlServer => !string.IsNullOrEmpty(Server);

    public static async Task<TestDatabase> CreateAsync()
    {
        if (IsSqlServer)
        {
            var connection = new SqlConnectionStringBuilder(Server) { InitialCatalog = $"solidarity_test_{Guid.NewGuid():N}" }.ToString();
            var database = new TestDatabase(Options(o => o.UseSolidaritySqlServer(connection)), null);
            await using var db = database.Open();
            await db.Database.MigrateAsync();
            return database;
        }

        var file = NewFile();
        File.Copy(await Template.Value, file);
        return new TestDatabase(Sqlite(file), file);
    }

    /// <summary>A context of its own, as each request and each worker has.</summary>
    public SolidarityDb Open() => Open(options);

    /// <summary>What somebody with the file and bad intentions would do first.</summary>
    public async Task DropTriggersAsync()
    {
        await using var db = Open();
        var names = await db.Database.SqlQueryRaw<string>(IsSqlServer
            ? "SELECT name AS [Value] FROM sys.triggers WHERE parent_class = 1"
            : "SELECT name AS \"Value\" FROM sqlite_master WHERE type = 'trigger'").ToListAsync();
#pragma warning disable EF1002 // the names are our own
        foreach (var name in names)
            await db.Database.ExecuteSqlRawAsync($"DROP TRIGGER \"{name}\"");
#pragma warning restore EF1002
    }

    public async ValueTask DisposeAsync()
    {
        await using var db = Open();
        if (file is null)
        {
            await db.Database.EnsureDeletedAsync();
            return;
        }

        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        Delete(file);
    }

    private static SolidarityDb Open(DbContextOptions<SolidarityDb> options) => new(options);

    private static DbContextOptions<SolidarityDb> Sqlite(string file) => Options(o => o.UseSolidaritySqlite($"Data Source={file}"));

    private static DbContextOptions<SolidarityDb> Options(Action<DbContextOptionsBuilder> use)
    {
        var builder = new DbContextOptionsBuilder<SolidarityDb>();
        use(builder);
        return builder.Options;
    }

    private static string NewFile() => Path.Combine(Path.GetTempPath(), $"solidarity-test-{Guid.NewGuid():N}.db");

    private static void Delete(string file)
    {
        foreach (var part in new[] { file, file + "-wal", file + "-shm" })
            File.Delete(part);
    }
}
