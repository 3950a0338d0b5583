using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace Solidarity.Benchmarks.Running;

/// <summary>
/// What the site is compared with, on the same kind of server: an empty Razor page, and an endpoint that does nothing but insert a row and commit it,
/// with the settings that the site's database has.
/// </summary>
internal static class BareServer
{
    public static async Task RunAsync(int port, string database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRazorPages();
        var app = builder.Build();
        var connection = new SqliteConnectionStringBuilder { DataSource = database, DefaultTimeout = 15 }.ToString();
        Run(connection, """CREATE TABLE IF NOT EXISTS "Bare" ("Id" INTEGER PRIMARY KEY AUTOINCREMENT, "What" TEXT NOT NULL)""");
        app.MapRazorPages();
        app.MapPost("/insert", () =>
        {
            Run(connection, """INSERT INTO "Bare" ("What") VALUES ('evt_something_that_happened_at_stripe')""");
            return Microsoft.AspNetCore.Http.Results.Ok();
        });
        await app.RunAsync();
    }

    private static readonly ConditionalWeakTable<object, object> Set = [];

    private static void Run(string connectionString, string sql)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        if (!Set.TryGetValue(connection.Handle!, out _))
        {
            command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 15000;";
            command.ExecuteNonQuery();
            Set.TryAdd(connection.Handle!, Set);
        }

        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
