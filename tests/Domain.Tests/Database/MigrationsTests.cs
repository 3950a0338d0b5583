using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Solidarity.Database.Postgres;
using Solidarity.Database.Sqlite;
using Solidarity.Database.SqlServer;

namespace Solidarity.Domain.Tests.Database;

/// <summary>No server is needed here: a context that is never connected knows its model and its migrations.</summary>
public class MigrationsTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("SqlServer")]
    [InlineData("Postgres")]
    public void The_migrations_are_up_to_the_model(string provider)
    {
        using var db = Unconnected(provider);
        Assert.False(db.Database.HasPendingModelChanges(), "Run ./migrate NAME.");
    }

    [Fact]
    public void The_script_for_SQL_Server_makes_the_tables_and_their_triggers()
    {
        using var db = Unconnected("SqlServer");
        foreach (var options in new[] { MigrationsSqlGenerationOptions.Default, MigrationsSqlGenerationOptions.Idempotent })
        {
            var script = db.GetService<IMigrator>().GenerateScript(options: options);
            foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()))
                Assert.Contains($"CREATE TABLE [{table}]", script, StringComparison.Ordinal);
            Assert.Contains("CREATE TRIGGER [Postings_AppendOnly]", script, StringComparison.Ordinal);
            Assert.Contains("CREATE TRIGGER [LedgerTransactions_AppendOnly]", script, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void SQL_Server_minds_capitals_in_ids_and_tokens()
    {
        using var db = Unconnected("SqlServer");
        var machineWords = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Where(p => p.IsUnicode() == false && (p.GetProviderClrType() ?? p.ClrType) == typeof(string)).ToList();
        Assert.NotEmpty(machineWords);
        Assert.All(machineWords, p => Assert.Equal("Latin1_General_100_BIN2", p.GetCollation()));
    }

    [Fact]
    public void PostgreSQL_sorts_ids_and_tokens_by_their_bytes()
    {
        using var db = Unconnected("Postgres");
        var machineWords = db.GetService<IDesignTimeModel>().Model.GetEntityTypes().SelectMany(t => t.GetProperties()).Where(p => p.IsUnicode() == false && (p.GetProviderClrType() ?? p.ClrType) == typeof(string)).ToList();
        Assert.NotEmpty(machineWords);
        Assert.All(machineWords, p => Assert.Equal("C", p.GetCollation()));
    }

    public static SolidarityDb Unconnected(string provider)
    {
        var options = new DbContextOptionsBuilder<SolidarityDb>();
        _ = provider switch
        {
            "Sqlite" => options.UseSolidaritySqlite("Data Source=nowhere.db"),
            "Postgres" => options.UseSolidarityPostgres("Host=nowhere"),
            _ => options.UseSolidaritySqlServer("Server=nowhere;Encrypt=True"),
        };
        return new SolidarityDb(options.Options);
    }
}
