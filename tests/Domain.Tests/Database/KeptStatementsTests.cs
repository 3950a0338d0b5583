using System.Data;
using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Solidarity.Database.Sqlite;
using SQLitePCL;

namespace Solidarity.Domain.Tests.Database;

/// <summary>SQLite's connections keep what they prepared.</summary>
public sealed class KeptStatementsTests : IDisposable
{
    private const int Reprepared = 5;
    private const int Runs = 6;

    private readonly string _folder = Directory.CreateTempSubdirectory("solidarity-kept-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_statement_is_prepared_once_and_run_again()
    {
        await using var db = Open();
        await db.Database.EnsureCreatedAsync();
        for (var i = 0; i < 5; i++)
        {
            Assert.Empty(await db.CampaignDays.AsNoTracking().Where(d => d.CampaignId == new Guid(i, 0, 0, new byte[8])).OrderBy(d => d.Day).Take(i + 1).ToListAsync());
            await db.Database.CloseConnectionAsync();
            Assert.Equal(ConnectionState.Closed, db.Database.GetDbConnection().State);
        }

        var statement = Assert.Single(Statements(db), s => s.Text.Contains("CampaignDays", StringComparison.Ordinal));
        Assert.Equal((5, 0), (statement.Runs, statement.Reprepared));
    }

    [Fact]
    public async Task Who_takes_a_context_from_the_pool_finds_what_was_prepared_in_it()
    {
        var pool = new PooledDbContextFactory<SolidarityDb>(Options());
        for (var i = 0; i < 3; i++)
        {
            await using var db = await pool.CreateDbContextAsync();
            await db.Database.OpenConnectionAsync();
            Handle(db).enable_sqlite3_next_stmt(true);
            await db.Database.EnsureCreatedAsync();
            Assert.Equal(0, await db.Campaigns.CountAsync());
            if (i == 2)
                Assert.Equal(3, Assert.Single(Statements(db), s => s.Text.Contains("\"Campaigns\"", StringComparison.Ordinal)).Runs);
        }
    }

    [Fact]
    public async Task The_same_question_may_be_asked_while_its_answer_is_read()
    {
        await using var db = Open();
        await db.Database.EnsureCreatedAsync();
        db.AddRange(Enumerable.Range(0, 3).Select(i => Seed.Organisation($"organisation-{i}")));
        await db.SaveChangesAsync();
        var pairs = 0;
        await foreach (var _ in db.Organisations.AsNoTracking().AsAsyncEnumerable())
            await foreach (var __ in db.Organisations.AsNoTracking().AsAsyncEnumerable())
                pairs++;
        Assert.Equal(9, pairs);
    }

    [Fact]
    public async Task What_failed_can_be_tried_again()
    {
        await using var db = Open();
        await Assert.ThrowsAsync<SqliteException>(() => db.Campaigns.CountAsync());
        await db.Database.EnsureCreatedAsync();
        Assert.Equal(0, await db.Campaigns.CountAsync());
        db.Add(Seed.Organisation());
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        db.Add(Seed.Organisation());
        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        db.ChangeTracker.Clear();
        db.Add(Seed.Organisation("others"));
        await db.SaveChangesAsync();
        Assert.Equal(2, await db.Organisations.CountAsync());
    }

    [Fact]
    public async Task Who_closes_has_ended_what_was_read_and_begun()
    {
        await using var db = Open();
        await db.Database.EnsureCreatedAsync();
        db.AddRange(Enumerable.Range(0, 3).Select(i => Seed.Organisation($"organisation-{i}")));
        await db.SaveChangesAsync();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        var half = ((DbConnection)connection).CreateCommand();
        half.CommandText = "SELECT \"Id\" FROM \"Organisations\"";
        var reader = await half.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        await db.Database.CloseConnectionAsync();
        Assert.True(reader.IsClosed);

        await db.Database.OpenConnectionAsync();
        _ = connection.BeginTransaction();
        await db.Database.ExecuteSqlRawAsync("DELETE FROM \"Organisations\"");
        await db.Database.CloseConnectionAsync();
        await using var other = Open();
        Assert.Equal(3, await other.Organisations.CountAsync());
        // Nobody reads or writes: busy, pages, checkpointed.
        Assert.Equal(0, await other.Database.SqlQueryRaw<int>("PRAGMA wal_checkpoint(TRUNCATE)").AsAsyncEnumerable().FirstAsync());
    }

    [Fact]
    public async Task Few_statements_are_kept()
    {
        await using var db = Open();
        await db.Database.EnsureCreatedAsync();
        for (var i = 0; i < 200; i++)
            _ = await db.Organisations.TagWith(i.ToString(CultureInfo.InvariantCulture)).CountAsync();
        Assert.Equal(64, Statements(db).Count);
    }

    private SolidarityDb Open()
    {
        var db = new SolidarityDb(Options());
        db.Database.OpenConnection();
        Handle(db).enable_sqlite3_next_stmt(true);
        return db;
    }

    private DbContextOptions<SolidarityDb> Options() =>
        (DbContextOptions<SolidarityDb>)new DbContextOptionsBuilder<SolidarityDb>().UseSolidaritySqlite($"Data Source={Path.Combine(_folder, "kept.db")}").Options;

    private static sqlite3 Handle(SolidarityDb db) => ((SqliteConnection)db.Database.GetDbConnection()).Handle!;

    private static List<(string Text, int Runs, int Reprepared)> Statements(SolidarityDb db)
    {
        var handle = Handle(db);
        var all = new List<(string, int, int)>();
        for (var statement = raw.sqlite3_next_stmt(handle, null!); statement is { IsInvalid: false }; statement = raw.sqlite3_next_stmt(handle, statement))
            all.Add((raw.sqlite3_sql(statement).utf8_to_string(), raw.sqlite3_stmt_status(statement, Runs, 0), raw.sqlite3_stmt_status(statement, Reprepared, 0)));
        return all;
    }
}
