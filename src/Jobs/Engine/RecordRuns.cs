using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Solidarity.Domain;
using Solidarity.Domain.Jobs;
using Solidarity.Jobs.Watching;

namespace Solidarity.Jobs.Engine;

/// <summary>A job that can say how much a run did, so that runs that found nothing to do leave no row.</summary>
public interface ICountDone : IJob
{
    /// <summary>Things done in this run.</summary>
    int Done { get; }
}

/// <summary>
/// Keeps runs for administrators to look at: those that did something, failed, or come once a day. Of a job that runs every few seconds
/// at most one row a minute and outcome is written, and the counts in between are added to the next.
/// </summary>
public sealed class RecordRuns(IServiceScopeFactory scopes, JobBeats beats, TimeProvider clock, ILogger<RecordRuns> log)
{
    private const int LongestError = 2000;

    private static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    private static readonly string Node = $"{Environment.MachineName}:{Environment.ProcessId}";

    private readonly ConcurrentDictionary<(Type, JobOutcome), (DateTimeOffset At, int Done)> _last = new();

    /// <param name="job">As it was run.</param>
    /// <param name="error">Why it failed, or null.</param>
    public async Task RunAsync(IJob job, DateTimeOffset startedAt, Exception? error, CancellationToken cancel)
    {
        var (type, outcome, now) = (job.GetType(), error is null ? JobOutcome.Succeeded : JobOutcome.Failed, clock.GetUtcNow());
        beats.Note(type, outcome, now);
        var daily = Schedule.All.Any(s => s.Job == type && s.Rhythm.DailyAt is not null);
        var done = (job as ICountDone)?.Done ?? 0;
        if (error is null && done == 0 && !daily)
            return;
        var (at, before) = _last.GetValueOrDefault((type, outcome), (DateTimeOffset.MinValue, 0));
        if (!daily && now - at < Between)
        {
            _last[(type, outcome)] = (at, before + done);
            return;
        }

        _last[(type, outcome)] = (now, 0);
        await WriteAsync(new JobRun
        {
            Job = type.Name,
            Node = Node,
            StartedAt = startedAt,
            EndedAt = now,
            Outcome = outcome,
            Done = job is ICountDone ? before + done : null,
            Error = error is null ? null : Cut($"{error.GetType().Name}: {error.Message}"),
        }, cancel);
    }

    private static string Cut(string error) => error.Length > LongestError ? error[..LongestError] : error;

    private async Task WriteAsync(JobRun run, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<SolidarityDb>();
            db.JobRuns.Add(run);
            await db.SaveChangesAsync(cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            // What failed is in the log already, and the next run tries to be kept again.
            log.LogWarning(e, "A run of job {Job} could not be kept.", run.Job);
        }
    }
}
