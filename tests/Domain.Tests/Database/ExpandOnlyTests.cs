using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Solidarity.Database.Sqlite;

namespace Solidarity.Domain.Tests.Database;

/// <summary>While nodes are replaced one after the other, the version before runs on the schema of this one (docs/decisions/0014-upgrades.md).</summary>
public sealed class ExpandOnlyTests
{
    /// <summary>The schema of the first version that somebody runs: what came before needs to bear nothing. Moved on only by a release.</summary>
    private const string FirstReleased = "Meals";

    /// <summary>Migrations that take away what the version before no longer used, by the second step of the rule: the name, and what it takes away.</summary>
    private static readonly Dictionary<string, string[]> Contracting = [];

    [Fact]
    public async Task Every_migration_since_the_first_release_leaves_the_version_before_running()
    {
        var faults = new List<string>();
        Schema? before = null;
        foreach (var (name, schema) in await SchemasAsync())
        {
            if (before is not null)
                faults.AddRange(before.NotBorneBy(schema).Except(Contracting.GetValueOrDefault(name, [])).Select(fault => $"{name}: {fault}"));
            if (before is not null || name == FirstReleased)
                before = schema;
        }

        Assert.NotNull(before);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("CREATE TABLE More (Id INTEGER PRIMARY KEY, Name TEXT NOT NULL UNIQUE)", null)]
    [InlineData("ALTER TABLE Gifts ADD COLUMN Note TEXT", null)]
    [InlineData("ALTER TABLE Gifts ADD COLUMN Note TEXT NOT NULL DEFAULT ''", null)]
    [InlineData("CREATE INDEX Quick ON Gifts (Name)", null)]
    [InlineData("ALTER TABLE Gifts DROP COLUMN Words", "column Gifts.Words is gone or has another name")]
    [InlineData("ALTER TABLE Gifts RENAME COLUMN Words TO Message", "column Gifts.Words is gone or has another name")]
    [InlineData("ALTER TABLE Gifts RENAME TO Presents", "table Gifts is gone or has another name")]
    [InlineData("CREATE UNIQUE INDEX Once ON Gifts (Name)", "new rule: unique Gifts(Name)")]
    [InlineData("CREATE TRIGGER Never BEFORE DELETE ON Gifts BEGIN SELECT RAISE(ABORT, 'no'); END", "new rule: trigger Gifts.Never")]
    [InlineData("DROP TABLE Gifts; CREATE TABLE Gifts (Id INTEGER PRIMARY KEY, Name TEXT NOT NULL, Words TEXT NOT NULL)", "column Gifts.Words must be given now")]
    [InlineData("DROP TABLE Gifts; CREATE TABLE Gifts (Id INTEGER PRIMARY KEY, Name TEXT, Words TEXT)", "column Gifts.Name may be NULL now, which was never read")]
    [InlineData("DROP TABLE Gifts; CREATE TABLE Gifts (Id INTEGER PRIMARY KEY, Name TEXT NOT NULL, Words TEXT, Cents INTEGER NOT NULL)", "new column Gifts.Cents must be given, and has no default")]
    [InlineData("DROP TABLE Gifts; CREATE TABLE Gifts (Id INTEGER PRIMARY KEY, Name TEXT NOT NULL, Words TEXT,\nCONSTRAINT \"CK_Short\" CHECK (length(Name) < 9))", "new rule: check Gifts.CONSTRAINT \"CK_Short\" CHECK (length(Name) < 9))")]
    [InlineData("DROP TABLE Gifts; CREATE TABLE Gifts (Id INTEGER PRIMARY KEY, Name TEXT NOT NULL, Words TEXT,\nCONSTRAINT \"CK_Kind\" CHECK (Name IN ('a', 'b')))", "new rule: check Gifts.CONSTRAINT \"CK_Kind\" CHECK (Name IN ('a', 'b')))")]
    public void What_the_version_before_cannot_bear_is_found(string change, string? fault)
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Run("CREATE TABLE Gifts (Id INTEGER PRIMARY KEY, Name TEXT NOT NULL, Words TEXT)");
        var before = Schema.Read(connection);
        Run(change);
        Assert.Equal(fault is null ? [] : [fault], before.NotBorneBy(Schema.Read(connection)));

        void Run(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    [Theory]
    [InlineData("'a', 'b', 'c'", true)]
    [InlineData("'b', 'c', 'd'", false)]
    public void A_list_of_words_may_grow_and_not_shrink(string words, bool borne)
    {
        Assert.Equal(borne, !Kinds("'a', 'b'").NotBorneBy(Kinds(words)).Any());

        static Schema Kinds(string words)
        {
            using var connection = new SqliteConnection("Data Source=:memory:");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"CREATE TABLE Gifts (Id INTEGER PRIMARY KEY, Kind TEXT NOT NULL,\nCONSTRAINT \"CK_Kind\" CHECK (\"Kind\" IN ({words})))";
            command.ExecuteNonQuery();
            return Schema.Read(connection);
        }
    }

    /// <summary>After each migration, by its name without its moment.</summary>
    private static async Task<List<(string Name, Schema Schema)>> SchemasAsync()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        // Not the application's own options: they would open another memory.
        var options = new DbContextOptionsBuilder<SolidarityDb>();
        options.UseSolidaritySqlite("Data Source=:memory:").UseSqlite(connection, sqlite => sqlite.MigrationsAssembly(typeof(SqliteDatabase).Assembly.GetName().Name));
        await using var db = new SolidarityDb(options.Options);
        var schemas = new List<(string, Schema)>();
        foreach (var migration in db.Database.GetMigrations())
        {
            await db.GetService<IMigrator>().MigrateAsync(migration);
            schemas.Add((migration[(migration.IndexOf('_', StringComparison.Ordinal) + 1)..], Schema.Read(connection)));
        }

        return schemas;
    }
}
