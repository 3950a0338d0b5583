using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Solidarity.Faults.Running;
using Solidarity.TestDatabases;
using Xunit.Abstractions;

namespace Solidarity.Faults.Upgrades;

/// <summary>
/// The command "migrate" of this version is run on the schema of the version before while somebody reads and writes with that version's own SQL, as its nodes do
/// until they are replaced. Whether that version bears everything the schema says is asked by ExpandOnlyTests.
/// </summary>
public sealed class MigratedWhileInUseTests(ITestOutputHelper output)
{
    /// <summary>As the versions until now store an event of Stripe's: what must never be lost.</summary>
    private const string Store = """
        INSERT INTO "Inbox" ("EventId", "Kind", "ObjectId", "CreatedAt", "State", "DueAt", "Attempts") VALUES (@event, 'charge.succeeded', 'ch_1', @at, 'Waiting', @at, 0)
        """;

    private const string Read = """SELECT "Id", "Kind", "ObjectId", "State", "Attempts", "LastError" FROM "Inbox" WHERE "EventId" = @event""";

    [Fact]
    public async Task Nobody_who_reads_or_writes_meanwhile_is_refused_and_nothing_is_lost()
    {
        await using var installation = await Installation.StartAsync();
        var site = installation.Site;
        await site.StopAsync();
        var data = Path.Combine(Path.GetDirectoryName(site.Data)!, "before");
        Directory.CreateDirectory(data);
        string from;
        await using (var db = site.Database(data))
        {
            from = db.Database.GetMigrations().ToList()[^2];
            await db.GetService<IMigrator>().MigrateAsync(from);
        }

        SqliteConnection.ClearAllPools();
        using var done = new CancellationTokenSource();
        var working = Task.Run(() => WorkAsync(data, done.Token));
        var (exit, said) = await site.RunAsync(data, "migrate");
        await done.CancelAsync();
        var (stored, slowest) = await working;
        Assert.True(exit == 0, said);
        Assert.StartsWith("Migrated: ", said.Split('\n')[^1], StringComparison.Ordinal);
        await using (var db = site.Database(data))
        {
            Assert.Empty(await db.Database.GetPendingMigrationsAsync());
            Assert.Equal(stored, await db.Inbox.CountAsync());
        }

        await OwnDatabase.Of(data).DisposeAsync();
        output.WriteLine($"From {from}: {stored} events stored and read meanwhile, the slowest in {slowest.TotalMilliseconds:0} ms. {said.Split('\n')[^1]}");
    }

    /// <summary>A node of the version before that is started again meanwhile finds migrations that it does not know, and goes on.</summary>
    [Fact]
    public async Task A_node_starts_on_a_schema_that_is_newer_than_itself()
    {
        await using var installation = await Installation.StartAsync();
        await installation.Site.StopAsync();
        await using (var db = installation.Site.Database())
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('99990101000000_Later', '10.0.14')""");
        SqliteConnection.ClearAllPools();
        await installation.Site.StartAsync(installation.Http);
        await installation.Giver.GiveAsync(new PlannedGift(1, 2500, 0, AddFees: false, Paying.Card, Clicks: 1), "after", CancellationToken.None);
        await Installation.UntilAsync("the gift was not paid", async () =>
        {
            await using var db = installation.Site.Database();
            return await db.Receipts.AnyAsync();
        });
    }

    private static async Task<(int Stored, TimeSpan Slowest)> WorkAsync(string data, CancellationToken done)
    {
        // As the site opens it: SQLite with WAL and fifteen seconds of patience.
        await using var db = OwnDatabase.Of(data).Open();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(CancellationToken.None);
        var (stored, slowest) = (0, TimeSpan.Zero);
        while (!done.IsCancellationRequested || stored < 10)
        {
            var begin = TimeProvider.System.GetTimestamp();
            var name = $"evt_{stored.ToString(CultureInfo.InvariantCulture)}";
            await RunAsync(Store, name);
            Assert.NotNull(await RunAsync(Read, name));
            stored++;
            var took = TimeProvider.System.GetElapsedTime(begin);
            slowest = took > slowest ? took : slowest;
        }

        return (stored, slowest);

        async Task<object?> RunAsync(string sql, string name)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            Add(command, "@event", name);
            if (sql == Store)
                Add(command, "@at", TestProvider.IsSqlite ? "2026-01-01 00:00:00.000000Z" : new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
            return await command.ExecuteScalarAsync(CancellationToken.None);
        }

        static void Add(DbCommand command, string name, object value)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }
    }
}
