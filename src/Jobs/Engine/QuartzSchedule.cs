using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Quartz;

namespace Solidarity.Jobs.Engine;

/// <summary>
/// Gives the schedulers what <see cref="Schedule"/> says. The shared one outlives the program: what is there keeps its next time, so that a node that starts does not push the
/// night's jobs to the next night, and what an earlier version asked for at another time, or not at all any more, is taken out.
/// </summary>
internal sealed class QuartzSchedule(string timeZone, bool shares, IServiceProvider services) : IHostedService
{
    /// <summary>Of triggers that are asked for here, and nowhere else.</summary>
    private const string Group = "schedule";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var part in Schedule.All.GroupBy(s => QuartzEngine.SchedulerOf(s.Job, shares)))
        {
            var scheduler = await services.GetRequiredKeyedService<ISchedulerFactory>(part.Key).GetScheduler(cancellationToken);
            var triggers = new HashSet<TriggerKey>();
            foreach (var (job, rhythm) in part)
                triggers.Add(await AddAsync(scheduler, job, rhythm, cancellationToken));
            foreach (var old in (await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals(Group), cancellationToken)).Where(t => !triggers.Contains(t)).ToList())
                await scheduler.UnscheduleJob(old, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<TriggerKey> AddAsync(IScheduler scheduler, Type job, Rhythm rhythm, CancellationToken cancel)
    {
        var detail = JobBuilder.Create<QuartzJob>().WithIdentity(job.Name).StoreDurably().RequestRecovery().Build();
        await scheduler.AddJob(detail, AddJobOptions.Replacing, cancel);
        var trigger = TriggerOf(job, rhythm);
        try
        {
            if (!await scheduler.Exists(trigger.Key, cancel))
                await scheduler.ScheduleJob(trigger, cancellationToken: cancel);
        }
        catch (ObjectAlreadyExistsException)
        {
            // Another node has added it meanwhile.
        }

        await scheduler.ResetTriggerFromErrorState(trigger.Key, cancel);
        return trigger.Key;
    }

    /// <summary>Named by its time too: another time is another trigger.</summary>
    private ITrigger TriggerOf(Type job, Rhythm rhythm)
    {
        var trigger = TriggerBuilder.Create().ForJob(job.Name);
        if (rhythm.DailyAt is not { } at)
        {
            var every = rhythm.Every!.Value;
            return trigger.WithIdentity(string.Create(CultureInfo.InvariantCulture, $"{job.Name} {every.TotalSeconds}"), Group).StartNow().WithSimpleSchedule(s => s.WithInterval(every).RepeatForever()).Build();
        }

        return trigger.WithIdentity(string.Create(CultureInfo.InvariantCulture, $"{job.Name} {at:HH:mm} {timeZone}"), Group)
            .WithCronSchedule(string.Create(CultureInfo.InvariantCulture, $"0 {at.Minute} {at.Hour} * * ?"), s => s.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(timeZone))).Build();
    }
}
