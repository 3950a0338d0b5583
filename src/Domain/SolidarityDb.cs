using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Messages;

namespace Solidarity.Domain;

/// <summary>The database. Each topic configures its own tables; what is odd about one provider stays in that provider's project.</summary>
public partial class SolidarityDb(DbContextOptions<SolidarityDb> options) : DbContext(options)
{
    /// <summary>Of many at the same moment one comes through each time: more than will ever save at once.</summary>
    private const int Tries = 20;

    /// <summary>
    /// Runs <paramref name="work"/> in one database transaction, again from the start if the server says that it may be tried again:
    /// so the work must not reach outside the database, and reads in here what it changes. Inside another transaction it simply runs.
    /// </summary>
    /// <exception cref="CommitInDoubtException">The connection broke while the server was committing. It is not tried again: it may be done.</exception>
    public async Task<T> InTransactionAsync<T>(Func<Task<T>> work, CancellationToken cancel)
    {
        if (Database.CurrentTransaction is not null)
            return await work();
        var strategy = Database.CreateExecutionStrategy();
        return await strategy.ExecuteAsync(async () =>
        {
            ChangeTracker.Clear();
            await using var transaction = await Database.BeginTransactionAsync(cancel);
            var result = await InsideAsync(work);
            // Broken without a word by the last that was saved (OneConnection): there is nothing to commit, and the driver would not ask.
            if (Database.GetDbConnection().State != ConnectionState.Open)
                throw new ConnectionLostException();
            try
            {
                await transaction.CommitAsync(cancel);
            }
            catch (DbException e) when (strategy.RetriesOnFailure)
            {
                throw new CommitInDoubtException(e);
            }

            return result;
        });
    }

    public Task InTransactionAsync(Func<Task> work, CancellationToken cancel) =>
        InTransactionAsync(async () =>
        {
            await work();
            return true;
        }, cancel);

    /// <summary>Everything that <paramref name="read"/> reads is of one moment, and nobody who writes waits for it.</summary>
    public async Task<T> InSnapshotAsync<T>(Func<Task<T>> read, CancellationToken cancel) =>
        await Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await using var transaction = await Database.BeginTransactionAsync(IsolationLevel.Snapshot, cancel);
            return await InsideAsync(read);
        });

    /// <summary>Whether a transaction was begun, whose connection must stay open (<see cref="OneConnection"/>).</summary>
    internal bool IsInTransaction { get; private set; }

    private async Task<T> InsideAsync<T>(Func<Task<T>> work)
    {
        IsInTransaction = Database.GetDbConnection().State == ConnectionState.Open;
        try
        {
            return await work();
        }
        finally
        {
            IsInTransaction = false;
        }
    }

    /// <summary>Saves something with the next free number or word, again from the start where somebody else has taken it at the same moment.</summary>
    public async Task<T> UntilFreeAsync<T>(Func<Task<T>> save)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await save();
            }
            catch (DbUpdateException) when (tries < Tries)
            {
                ChangeTracker.Clear();
            }
        }
    }

    /// <exception cref="Refusal">Somebody else changed one of the rows since it was read, or asked for the same message a moment before: nothing is saved.</exception>
    public async Task SaveOrRefuseAsync(CancellationToken cancel)
    {
        var asked = ChangeTracker.Entries<OutboxMessage>().Where(e => e.State == EntityState.Added).Select(e => (e.Entity.SubjectId, e.Entity.Kind)).ToList();
        try
        {
            await SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            ChangeTracker.Clear();
            throw new Refusal(Reason.ChangedMeanwhile);
        }
        catch (DbUpdateException) when (asked.Count > 0)
        {
            ChangeTracker.Clear();
            foreach (var (subject, kind) in asked)
            {
                if (await Outbox.AnyAsync(m => m.SubjectId == subject && m.Kind == kind, cancel))
                    throw new Refusal(Reason.ChangedMeanwhile);
            }

            throw;
        }
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RenewVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        RenewVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(SolidarityDb).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // Words, not numbers: the treasurer reads the tables too.
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32).AreUnicode(false);
        configurationBuilder.Properties<string>().HaveMaxLength(200);
    }

    /// <summary>Every row with a Version gets a new one when it changes: two people who changed the same row do not overwrite each other.</summary>
    private void RenewVersions()
    {
        foreach (var entry in ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified))
        {
            if (entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true })
                entry.Property("Version").CurrentValue = Guid.CreateVersion7(Now);
        }
    }

    /// <summary>A version needs to be new, not true to any clock, so the system's will do even where tests and the demo set another.</summary>
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();
}
