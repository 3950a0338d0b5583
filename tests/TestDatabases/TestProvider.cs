using Microsoft.EntityFrameworkCore;
using Solidarity.Database.Postgres;
using Solidarity.Database.Sqlite;
using Solidarity.Database.SqlServer;
using Solidarity.TestDatabases.Translations;

namespace Solidarity.TestDatabases;

/// <summary>
/// What the tests run on: SOLIDARITY_TEST_PROVIDER is Sqlite (where it is not set), Postgres or SqlServer; for the servers
/// SOLIDARITY_TEST_POSTGRES or SOLIDARITY_TEST_SQLSERVER holds a connection string whose user may make databases.
/// </summary>
public static class TestProvider
{
    public const string Sqlite = "Sqlite";
    public const string Postgres = "Postgres";
    public const string SqlServer = "SqlServer";

    public static string Name { get; } = Environment.GetEnvironmentVariable("SOLIDARITY_TEST_PROVIDER") is { Length: > 0 } name ? name : Sqlite;

    public static bool IsSqlite => Name == Sqlite;

    /// <summary>The server's own database, from which others are made.</summary>
    internal static string Server { get; } = Name switch
    {
        Sqlite => "",
        Postgres => Needed("SOLIDARITY_TEST_POSTGRES"),
        SqlServer => Needed("SOLIDARITY_TEST_SQLSERVER"),
        _ => throw new InvalidOperationException($"SOLIDARITY_TEST_PROVIDER is '{Name}': it must be Sqlite, Postgres or SqlServer."),
    };

    public static DbContextOptionsBuilder Use(DbContextOptionsBuilder options, string connectionString) => Watch(Name switch
    {
        Postgres => options.UseSolidarityPostgres(connectionString),
        SqlServer => options.UseSolidaritySqlServer(connectionString),
        _ => options.UseSolidaritySqlite(connectionString),
    });

    /// <summary>On SQLite every query is translated for the servers too.</summary>
    public static DbContextOptionsBuilder Watch(DbContextOptionsBuilder options) => IsSqlite ? options.AddInterceptors(TranslateElsewhere.Instance) : options;

    private static string Needed(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? text : throw new InvalidOperationException($"{name} must hold a connection string where SOLIDARITY_TEST_PROVIDER is {Name}.");
}
