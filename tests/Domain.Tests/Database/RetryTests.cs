using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Solidarity.TestDatabases;

namespace Solidarity.Domain.Tests.Database;

/// <summary>What a server may do to a transaction, and SQLite does not: then the work runs again from its start, and nothing is done twice.</summary>
public class RetryTests : DatabaseTest
{
    [Fact]
    public async Task Two_that_wait_for_each_other_both_get_through()
    {
        if (TestDatabase.IsSqlite)
            return;
        var (one, other) = (Seed.Organisation("one"), Seed.Organisation("other"));
        (one.Name, other.Name) = ("", "");
        await SaveAsync(one, other);
        var (first, second, runs) = (new TaskCompletionSource(), new TaskCompletionSource(), 0);

        await Task.WhenAll(AddAsync(one.Id, other.Id, first, second.Task), AddAsync(other.Id, one.Id, second, first.Task));

        Assert.True(runs > 2, $"The server made none of both begin again: {runs} runs.");
        await using var db = Database.Open();
        Assert.Equal(["++", "++"], await db.Organisations.Where(o => o.Slug == "one" || o.Slug == "other").Select(o => o.Name).ToListAsync());
        Assert.Equal(2, await db.Organisations.CountAsync(o => o.Slug.StartsWith("by-")));

        async Task AddAsync(Guid mine, Guid theirs, TaskCompletionSource holds, Task others)
        {
            await using var db = Database.Open();
            await db.InTransactionAsync(async () =>
            {
                Interlocked.Increment(ref runs);
                db.Add(Seed.Organisation($"by-{mine:N}"));
                await db.SaveChangesAsync();
                await PlusAsync(db, mine);
                holds.TrySetResult();
                await others;
                await PlusAsync(db, theirs);
            }, None);
        }

        static Task<int> PlusAsync(SolidarityDb db, Guid id) => db.Organisations.Where(o => o.Id == id).ExecuteUpdateAsync(set => set.SetProperty(o => o.Name, o => o.Name + "+"));
    }

    /// <summary>The connection breaks when everything is done: it must not be done again.</summary>
    [Fact]
    public async Task What_may_be_committed_is_not_repeated()
    {
        if (TestProvider.Name != TestProvider.Postgres)
            return;
        var runs = 0;
        await using var db = Database.Open(new Breaking());
        await Assert.ThrowsAsync<CommitInDoubtException>(() => db.InTransactionAsync(async () =>
        {
            runs++;
            db.Add(Seed.Organisation());
            await db.SaveChangesAsync();
        }, None));
        Assert.Equal(1, runs);
        await using var after = Database.Open();
        Assert.Equal(1, await after.Organisations.CountAsync());
    }

    /// <summary>EF passes over a savepoint that could not be released, and opens the connection again for what comes next: outside any transaction.</summary>
    [Theory]
    [InlineData("first")]
    [InlineData("first", "second")]
    public async Task What_comes_after_a_break_that_nobody_noticed_is_not_kept_without_what_came_before(params string[] saved)
    {
        if (TestDatabase.IsSqlite)
            return;
        var (runs, breaking) = (0, new BreakingOnce());
        await using var db = Database.Open(breaking);
        await db.InTransactionAsync(async () =>
        {
            runs++;
            foreach (var slug in saved)
            {
                db.Add(Seed.Organisation($"{slug}-{runs}"));
                await db.SaveChangesAsync();
            }
        }, None);
        Assert.Equal((2, true), (runs, breaking.Broke));
        await using var after = Database.Open();
        Assert.Equal(saved.Select(slug => $"{slug}-2"), await after.Organisations.Select(o => o.Slug).OrderBy(s => s).ToListAsync());
    }

    private sealed class BreakingOnce : DbTransactionInterceptor
    {
        public bool Broke { get; private set; }

        public override async ValueTask<InterceptionResult> ReleasingSavepointAsync(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (Broke)
                return result;
            Broke = true;
            await transaction.Connection!.CloseAsync();
            throw new IOException("The server is gone.");
        }
    }

    private sealed class Breaking : DbTransactionInterceptor
    {
        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
            throw new Npgsql.NpgsqlException("Exception while reading from stream", new IOException());
    }
}
