using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;

namespace Solidarity.Web.Caching;

/// <summary>
/// Drops the cached pages that other processes have changed, a second or so after their commit. Rows are not seen in the order of their numbers: the newest few
/// seconds are read again each time. What comes later still is bounded by how long a page is kept at all.
/// </summary>
public sealed class FollowDrops(IServiceScopeFactory scopes, IOutputCacheStore pages, TimeProvider clock, ILogger<FollowDrops> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <summary>Longer than a transaction that changes what pages show takes.</summary>
    private static readonly TimeSpan ReadAgain = TimeSpan.FromSeconds(5);

    /// <summary>A node that has not looked for so long has no page left that was made before.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private readonly HashSet<long> _seen = [];
    private readonly Queue<(long At, long Id)> _newest = new();
    private long? _after;
    private long _cleared;
    private (long At, long Id) _toClear;
    private bool _failing;

    /// <summary>Reads what is new, and drops what it names.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SolidarityDb>();
        _after ??= await BeginAsync(db, cancel);
        var found = await db.PageDrops.Where(d => d.Id > _after).OrderBy(d => d.Id).Select(d => new { d.Id, d.Tag }).ToListAsync(cancel);
        foreach (var tag in found.Where(d => _seen.Add(d.Id)).Select(d => d.Tag).Distinct(StringComparer.Ordinal))
            await pages.EvictByTagAsync(tag, cancel);
        if (found.Count > 0)
            _newest.Enqueue((clock.GetTimestamp(), found[^1].Id));
        while (_newest.TryPeek(out var newest) && clock.GetElapsedTime(newest.At) > ReadAgain)
            _after = Math.Max(_after.Value, _newest.Dequeue().Id);
        _seen.RemoveWhere(id => id <= _after);
        await ClearAsync(db, cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
                _failing = false;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // Said once: pages are dropped by their age until the database can be asked again.
                if (!_failing)
                    log.LogWarning(e, "What other nodes have changed could not be read.");
                _failing = true;
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Nothing is cached yet.</summary>
    private async Task<long> BeginAsync(SolidarityDb db, CancellationToken cancel)
    {
        var newest = await db.PageDrops.MaxAsync(d => (long?)d.Id, cancel) ?? 0;
        _toClear = (clock.GetTimestamp(), newest);
        return newest;
    }

    private async Task ClearAsync(SolidarityDb db, CancellationToken cancel)
    {
        if (clock.GetElapsedTime(_toClear.At) < Kept)
            return;
        var old = _toClear.Id;
        if (old > _cleared)
            await db.PageDrops.Where(d => d.Id <= old).ExecuteDeleteAsync(cancel);
        (_cleared, _toClear) = (old, (clock.GetTimestamp(), _after!.Value));
    }
}
