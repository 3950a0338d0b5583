using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Solidarity.Jobs.Engine;

/// <summary>The seam for another engine: all that knows of Quartz.NET is in this file. What must not be lost is in the outbox, so the store is memory.</summary>
internal static class QuartzEngine
{
    public static IServiceCollection AddQuartzEngine(this IServiceCollection services, string timeZone)
    {
        services.AddSingleton<RecordRuns>();
        services.AddSingleton<QuartzWaker>();
        services.AddSingleton<IWakeJobs>(s => s.GetRequiredService<QuartzWaker>());
        services.AddQuartz(quartz =>
        {
            foreach (var (job, rhythm) in Schedule.All)
            {
                var key = new JobKey(job.Name);
                quartz.AddJob(typeof(QuartzJob<>).MakeGenericType(job), j => j.WithIdentity(key).StoreDurably());
                quartz.AddTrigger(trigger =>
                {
                    trigger.WithIdentity(job.Name).ForJob(key);
                    if (rhythm.Every is { } every)
                        trigger.StartNow().WithSimpleSchedule(s => s.WithInterval(every).RepeatForever());
                    else if (rhythm.DailyAt is { } at)
                        trigger.WithCronSchedule(string.Create(CultureInfo.InvariantCulture, $"0 {at.Minute} {at.Hour} * * ?"), s => s.InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(timeZone)));
                });
            }
        });
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        return services;
    }

    private sealed class QuartzWaker(ISchedulerFactory schedulers, ILogger<QuartzWaker> log) : IWakeJobs
    {
        /// <summary>Jobs that were woken and have not begun: waking them once more would only queue up.</summary>
        private readonly ConcurrentDictionary<Type, bool> _woken = new();

        public void Wake<TJob>()
            where TJob : IJob => Wake(typeof(TJob));

        public bool Wake(Type job)
        {
            if (_woken.TryAdd(job, true))
                _ = TriggerAsync(job);
            return true;
        }

        public void Begins(Type job) => _woken.TryRemove(job, out _);

        private async Task TriggerAsync(Type job)
        {
            try
            {
                var scheduler = await schedulers.GetScheduler();
                await scheduler.TriggerJob(new JobKey(job.Name));
            }
            catch (SchedulerException e)
            {
                // Its rhythm finds the work a moment later.
                Begins(job);
                log.LogWarning(e, "Job {Job} could not be woken.", job.Name);
            }
        }
    }

    [DisallowConcurrentExecution]
    private sealed class QuartzJob<TJob>(QuartzWaker waker, IServiceScopeFactory scopes, RecordRuns record, TimeProvider clock, ILogger<TJob> log) : Quartz.IJob
        where TJob : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
        {
            waker.Begins(typeof(TJob));
            await using var scope = scopes.CreateAsyncScope();
            var (job, started) = (scope.ServiceProvider.GetRequiredService<TJob>(), clock.GetUtcNow());
            try
            {
                await job.RunAsync(cancellationToken);
                await record.RunAsync(job, started, null, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // The site is stopping.
            }
            catch (Exception e)
            {
                // The next beat tries again; whatever it was working on is still in the database.
                log.LogError(e, "Job {Job} failed.", typeof(TJob).Name);
                await record.RunAsync(job, started, e, cancellationToken);
            }
        }
    }
}
