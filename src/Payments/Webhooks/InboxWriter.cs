using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Solidarity.Domain;
using Solidarity.Domain.Messages;

namespace Solidarity.Payments.Webhooks;

/// <summary>
/// Stores events. Those that come while others are being stored go into one database transaction together: one commit for all of
/// them is much cheaper than one each. Each caller hears of its event after the commit.
/// </summary>
public sealed class InboxWriter(IServiceScopeFactory scopes)
{
    private const int MostAtOnce = 64;

    private readonly ConcurrentQueue<Waiting> _waiting = new();
    private int _writing;

    /// <returns>False if it was there already.</returns>
    /// <exception cref="DbUpdateException">It cannot be stored.</exception>
    /// <exception cref="System.Data.Common.DbException">The database cannot be written now.</exception>
    public Task<bool> WriteAsync(InboxMessage message)
    {
        var waiting = new Waiting(message);
        _waiting.Enqueue(waiting);
        if (BecomesWriter())
            _ = Task.Run(WriteAllAsync); // not on the caller's thread: it would be answered after all who come later
        return waiting.Stored.Task;
    }

    private bool BecomesWriter() => Interlocked.CompareExchange(ref _writing, 1, 0) == 0;

    private async Task WriteAllAsync()
    {
        do
        {
            while (Next() is { Count: > 0 } batch)
                await WriteAsync(batch);
            // A full fence, so that the next look at the queue comes after it: whoever came in between saw a writer and left.
            Interlocked.Exchange(ref _writing, 0);
        }
        while (!_waiting.IsEmpty && BecomesWriter());
    }

    private List<Waiting> Next()
    {
        var batch = new List<Waiting>();
        while (batch.Count < MostAtOnce && _waiting.TryDequeue(out var next))
            batch.Add(next);
        return batch;
    }

    private async Task WriteAsync(List<Waiting> batch)
    {
        try
        {
            await SaveAsync(batch);
            batch.ForEach(w => w.Stored.TrySetResult(true));
        }
        catch (DbUpdateException) when (batch.Count > 1)
        {
            // One of them is there already, or cannot be stored: the others must not suffer for it.
            foreach (var one in batch)
                await WriteAsync([one]);
        }
        catch (Exception e)
        {
            foreach (var one in batch)
                await FailAsync(one, e);
        }
    }

    private async Task SaveAsync(List<Waiting> batch)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SolidarityDb>();
        db.Inbox.AddRange(batch.Select(w => w.Message));
        await db.SaveChangesAsync();
    }

    private async Task FailAsync(Waiting one, Exception why)
    {
        try
        {
            if (why is DbUpdateException && await IsThereAsync(one.Message.EventId))
                one.Stored.TrySetResult(false);
            else
                one.Stored.TrySetException(why);
        }
        catch (Exception e)
        {
            one.Stored.TrySetException(e);
        }
    }

    private async Task<bool> IsThereAsync(string eventId)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SolidarityDb>().Inbox.AnyAsync(m => m.EventId == eventId);
    }

    private sealed record Waiting(InboxMessage Message)
    {
        public TaskCompletionSource<bool> Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
