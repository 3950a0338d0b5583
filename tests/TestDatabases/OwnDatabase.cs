using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Solidarity.Domain;

namespace Solidarity.TestDatabases;

/// <summary>A database of a test's own on whatever the tests run on: a file in the temporary folder, or one of many on the server. Gone when the test ends.</summary>
public sealed class OwnDatabase : IAsyncDisposable
{
    /// <summary>Migrating takes a while, copying does not.</summary>
    private static readonly Lazy<Task<OwnDatabase>> Template = new(async () =>
    {
        var made = New("template");
        await made.MigrateAsync();
        await made.LetGoAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => made.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return made;
    });

    private readonly string _name;

    private OwnDatabase(string name, string connectionString) => (_name, ConnectionString) = (name, connectionString);

    public string ConnectionString { get; }

    /// <summary>A name that nothing has yet: whoever migrates makes the database.</summary>
    public static OwnDatabase New(string what = "test")
    {
        var name = $"solidarity_{what}_{Guid.NewGuid():N}";
        return Named(TestProvider.IsSqlite ? Path.Combine(Path.GetTempPath(), $"{name}.db") : name);
    }

    /// <summary>The database of a site that keeps its files in this folder: always the same for the same folder.</summary>
    public static OwnDatabase Of(string data) =>
        Named(TestProvider.IsSqlite ? Path.Combine(data, "solidarity.db") : $"solidarity_of_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(data)).AsSpan(0, 16))}");

    public static async Task<OwnDatabase> MigratedAsync(string what = "test")
    {
        var made = New(what);
        if (TestProvider.Name == TestProvider.SqlServer)
        {
            await made.MigrateAsync();
            return made;
        }

        var template = await Template.Value;
        await template.CopyToAsync(made);
        return made;
    }

    /// <summary>Copies it, while nothing else uses it, to be the database of a site that keeps its files in that folder.</summary>
    public async Task<OwnDatabase> CopyAsync(string data)
    {
        var copy = Of(data);
        await LetGoAsync();
        await CopyToAsync(copy);
        return copy;
    }

    public DbContextOptionsBuilder Use(DbContextOptionsBuilder options) => TestProvider.Use(options, ConnectionString);

    public DbContextOptions<SolidarityDb> Options
    {
        get
        {
            var options = new DbContextOptionsBuilder<SolidarityDb>();
            Use(options);
            return options.Options;
        }
    }

    /// <summary>A context of its own, as each request and each worker has.</summary>
    public SolidarityDb Open() => new(Options);

    public async Task MigrateAsync()
    {
        await using var db = Open();
        await db.Database.MigrateAsync();
    }

    /// <summary>On a server: without any table, for who brings them along.</summary>
    public Task MakeEmptyAsync() => OnServerAsync($"CREATE DATABASE \"{_name}\"");

    /// <summary>Closes the connections that are kept for the next who opens one.</summary>
    public async Task LetGoAsync()
    {
        await using var db = Open();
        switch (db.Database.GetDbConnection())
        {
            case SqliteConnection sqlite:
                SqliteConnection.ClearPool(sqlite);
                break;
            case NpgsqlConnection postgres:
                NpgsqlConnection.ClearPool(postgres);
                break;
            case SqlConnection server:
                SqlConnection.ClearPool(server);
                break;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await LetGoAsync();
        switch (TestProvider.Name)
        {
            case TestProvider.Postgres:
                await OnServerAsync($"DROP DATABASE IF EXISTS \"{_name}\" WITH (FORCE)");
                break;
            case TestProvider.SqlServer:
                await using (var db = Open())
                    await db.Database.EnsureDeletedAsync();
                break;
            default:
                foreach (var part in Parts(_name))
                    File.Delete(part);
                break;
        }
    }

    private static OwnDatabase Named(string name) => new(name, TestProvider.Name switch
    {
        TestProvider.Postgres => new NpgsqlConnectionStringBuilder(TestProvider.Server) { Database = name }.ToString(),
        TestProvider.SqlServer => new SqlConnectionStringBuilder(TestProvider.Server) { InitialCatalog = name }.ToString(),
        _ => $"Data Source={name}",
    });

    private async Task CopyToAsync(OwnDatabase copy)
    {
        if (!TestProvider.IsSqlite)
        {
            await OnServerAsync($"CREATE DATABASE \"{copy._name}\" TEMPLATE \"{_name}\" STRATEGY file_copy");
            return;
        }

        foreach (var part in Parts(_name).Zip(Parts(copy._name)).Where(p => File.Exists(p.First)))
            File.Copy(part.First, part.Second);
    }

    private static string[] Parts(string file) => [file, file + "-wal", file + "-shm"];

    private static async Task OnServerAsync(string sql)
    {
        // One of its own: a pooled one may be from before the server was killed.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(TestProvider.Server) { Pooling = false }.ToString());
        await connection.OpenAsync();
#pragma warning disable CA2100 // the names are our own
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
