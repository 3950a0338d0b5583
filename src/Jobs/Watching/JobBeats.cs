using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Solidarity.Domain.Jobs;
using Solidarity.Domain.Watching;

namespace Solidarity.Jobs.Watching;

/// <summary>When each job of this process last ran to its end.</summary>
public sealed class JobBeats(TimeProvider clock)
{
    private static readonly Counter<long> Runs = Watch.Meter.CreateCounter<long>("solidarity.job.runs", "{run}", "Runs of jobs in this process, by job and outcome.");

    private readonly ConcurrentDictionary<string, DateTimeOffset> _succeeded = new(StringComparer.Ordinal);

    /// <summary>When this process began to note them.</summary>
    public DateTimeOffset Since { get; } = clock.GetUtcNow();

    /// <summary>By the name of the job's class.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Succeeded => _succeeded;

    public void Note(Type job, JobOutcome outcome, DateTimeOffset at)
    {
        if (outcome == JobOutcome.Succeeded)
            _succeeded[job.Name] = at;
        Runs.Add(1, KeyValuePair.Create<string, object?>("job", job.Name), KeyValuePair.Create<string, object?>("outcome", Watch.Word(outcome)));
    }

    /// <summary>Shows every job from the start, where this process runs them.</summary>
    public static void Begin()
    {
        foreach (var (job, _) in Schedule.All)
        {
            foreach (var outcome in Enum.GetValues<JobOutcome>())
                Runs.Add(0, KeyValuePair.Create<string, object?>("job", job.Name), KeyValuePair.Create<string, object?>("outcome", Watch.Word(outcome)));
        }
    }
}
