using System.Data.Common;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Watching;

namespace Solidarity.Web.Watching;

/// <summary>Counts what becomes of gifts: each move that is kept, once it is committed.</summary>
public sealed class CountGifts : DbTransactionInterceptor, ISaveChangesInterceptor
{
    private const string Declined = "declined";

    private static readonly Counter<long> Gifts = Watch.Meter.CreateCounter<long>("solidarity.gifts", "{gift}", "Moves of gifts, by where they went; a declined card leaves a gift where it is.");

    private readonly ConditionalWeakTable<DbContext, Noted> _noted = [];

    /// <summary>Shows every outcome from the start.</summary>
    public static void Begin()
    {
        foreach (var outcome in Enum.GetValues<DonationStatus>().Select(Watch.Word).Append(Declined))
            Gifts.None("outcome", outcome);
    }

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db)
            _noted.GetOrCreateValue(db).Add(db.Database.CurrentTransaction?.TransactionId, db.ChangeTracker.Entries<DonationMove>().Where(e => e.State == EntityState.Added).Select(e => OutcomeOf(e.Entity)));
        return ValueTask.FromResult(result);
    }

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { Database.CurrentTransaction: null } db)
            Count(db, null);
        return ValueTask.FromResult(result);
    }

    public Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData.Context);
        return Task.CompletedTask;
    }

    public Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData.Context);
        return Task.CompletedTask;
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } db)
            Count(db, eventData.TransactionId);
        return Task.CompletedTask;
    }

    private static string OutcomeOf(DonationMove move) =>
        move.From == move.To && move.By.StartsWith(DonationMove.Declined, StringComparison.Ordinal) ? Declined : Watch.Word(move.To);

    /// <summary>What the save that failed would have kept, and not what was saved before it in the same transaction.</summary>
    private void Forget(DbContext? db)
    {
        if (db is not null && _noted.TryGetValue(db, out var noted))
            noted.ForgetLast();
    }

    private void Count(DbContext db, Guid? transaction)
    {
        if (!_noted.TryGetValue(db, out var noted))
            return;
        foreach (var outcome in noted.Take(transaction))
            Gifts.One("outcome", outcome);
    }

    /// <summary>Moves that are saved and may not be committed yet, in the order of the saves.</summary>
    private sealed class Noted
    {
        private readonly List<string> _moves = [];
        private Guid? _transaction;
        private int _before;

        /// <param name="transaction">The caller's own; null where the save is committed by itself.</param>
        public void Add(Guid? transaction, IEnumerable<string> moves)
        {
            // A transaction that was left without a word leaves its notes behind, and so does a save that failed.
            if (transaction is null || transaction != _transaction)
                _moves.Clear();
            (_transaction, _before) = (transaction, _moves.Count);
            _moves.AddRange(moves);
        }

        public void ForgetLast() => _moves.RemoveRange(Math.Min(_before, _moves.Count), Math.Max(0, _moves.Count - _before));

        public List<string> Take(Guid? transaction)
        {
            var mine = _transaction is null || _transaction == transaction;
            List<string> taken = mine ? [.. _moves] : [];
            _moves.Clear();
            return taken;
        }
    }
}
