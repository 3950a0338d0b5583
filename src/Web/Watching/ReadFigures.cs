using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Solidarity.Domain;
using Solidarity.Domain.Jobs;
using Solidarity.Jobs;
using Solidarity.Jobs.Ledger;
using Solidarity.Jobs.Watching;
using Solidarity.Web.Setup;
using Solidarity.Web.Watching.Health;

namespace Solidarity.Web.Watching;

/// <summary>
/// Reads the figures that are in the database every few seconds. Whoever asks for them gets what was read last, so that asking often costs the
/// database nothing.
/// </summary>
internal sealed class ReadFigures(FigureGauges gauges, IServiceScopeFactory scopes, ReadyReport ready, JobBeats beats, Settings settings, TimeProvider clock, ILogger<ReadFigures> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Real time: what is watched is the program, also where the site's clock is set.
        using var beat = new PeriodicTimer(Every);
        do
        {
            try
            {
                gauges.Last = await ReadAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                // The age of the last figures shows it too.
                log.LogWarning(e, "The figures for whoever watches could not be read.");
            }
        }
        while (await NextAsync(beat, stoppingToken));
    }

    private static async Task<bool> NextAsync(PeriodicTimer beat, CancellationToken stopping)
    {
        try
        {
            return await beat.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<Figures> ReadAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, now) = (scope.ServiceProvider.GetRequiredService<SolidarityDb>(), clock.GetUtcNow());
        var report = await ready.AskAsync(cancel);
        var check = await db.JobRuns.Where(r => r.Job == nameof(VerifyBooks)).OrderByDescending(r => r.Id).Select(r => new { r.EndedAt, r.Outcome }).FirstOrDefaultAsync(cancel);
        return new Figures(
            now,
            await db.QueuesAsync(now, cancel),
            new LedgerFigures(check?.EndedAt, check?.Outcome == JobOutcome.Succeeded, await db.Differences.CountAsync(d => d.SettledAt == null, cancel)),
            await SucceededAsync(db, cancel),
            report.Entries.ToDictionary(e => e.Key, e => e.Value.Status switch { HealthStatus.Healthy => 0, HealthStatus.Degraded => 1, _ => 2 }),
            DiskCheck.FreeBytes(settings.Data));
    }

    /// <summary>Daily jobs leave a row for each run; of the others this process knows its own.</summary>
    private async Task<Dictionary<string, DateTimeOffset>> SucceededAsync(SolidarityDb db, CancellationToken cancel)
    {
        var succeeded = new Dictionary<string, DateTimeOffset>(beats.Succeeded);
        foreach (var job in Schedule.All.Where(s => s.Rhythm.DailyAt is not null).Select(s => s.Job.Name))
        {
            var at = await db.JobRuns.Where(r => r.Job == job && r.Outcome == JobOutcome.Succeeded).OrderByDescending(r => r.Id).Select(r => (DateTimeOffset?)r.EndedAt).FirstOrDefaultAsync(cancel);
            if (at is { } moment && moment > succeeded.GetValueOrDefault(job))
                succeeded[job] = moment;
        }

        return succeeded;
    }
}
