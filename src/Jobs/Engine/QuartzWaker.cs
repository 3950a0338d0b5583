using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Solidarity.Jobs.Engine;

/// <summary>
/// Wakes a job at once: here where each node does its part, on any node where it comes once for all of them. From a process that runs no jobs the latter begins
/// within half a minute, when a node looks into the schedule, and the former comes by itself within two seconds.
/// </summary>
internal sealed class QuartzWaker(IServiceProvider services, QuartzNode node, ILogger<QuartzWaker> log) : IWakeJobs
{
    /// <summary>Jobs that were woken here and have not begun: waking them once more would only queue up.</summary>
    private readonly ConcurrentDictionary<Type, bool> _woken = new();

    public void Wake<TJob>()
        where TJob : IJob => Wake(typeof(TJob));

    public bool Wake(Type job)
    {
        var scheduler = QuartzEngine.SchedulerOf(job, node.SharesSchedule);
        if ((node.RunsJobs || scheduler == QuartzEngine.OfAllNodes) && _woken.TryAdd(job, true))
            _ = TriggerAsync(job, scheduler);
        return true;
    }

    public void Begins(Type job) => _woken.TryRemove(job, out _);

    private async Task TriggerAsync(Type job, string name)
    {
        try
        {
            var scheduler = await services.GetRequiredKeyedService<ISchedulerFactory>(name).GetScheduler();
            await scheduler.TriggerJob(new JobKey(job.Name));
            // It may begin on another node, and this one would not hear of it.
            if (name == QuartzEngine.OfAllNodes)
                Begins(job);
        }
        catch (SchedulerException e)
        {
            // Its rhythm finds the work a moment later.
            Begins(job);
            log.LogWarning(e, "Job {Job} could not be woken.", job.Name);
        }
    }
}

/// <summary>What a process does of the jobs.</summary>
/// <param name="RunsJobs">Or only wakes those of others.</param>
/// <param name="SharesSchedule">There are other nodes, and a schedule for all of them.</param>
internal sealed record QuartzNode(bool RunsJobs, bool SharesSchedule);
