using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Solidarity.Jobs.Engine;

/// <summary>
/// Wakes jobs from a process that runs none. What comes once for all nodes begins within half a minute, when one of them looks into the schedule; what each
/// node does its part of comes by itself within two seconds.
/// </summary>
internal sealed class QuartzOfOthers(IServiceProvider services, ILogger<QuartzOfOthers> log) : IWakeJobs
{
    public void Wake<TJob>()
        where TJob : IJob => Wake(typeof(TJob));

    public bool Wake(Type job)
    {
        if (QuartzEngine.SchedulerOf(job, shares: true) == QuartzEngine.OfAllNodes)
            _ = TriggerAsync(job);
        return true;
    }

    private async Task TriggerAsync(Type job)
    {
        try
        {
            var scheduler = await services.GetRequiredKeyedService<ISchedulerFactory>(QuartzEngine.OfAllNodes).GetScheduler();
            await scheduler.TriggerJob(new JobKey(job.Name));
        }
        catch (SchedulerException e)
        {
            log.LogWarning(e, "Job {Job} could not be woken.", job.Name);
        }
    }
}
