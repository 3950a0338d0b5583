using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Solidarity.Jobs.Engine;

/// <summary>
/// The seam for another engine: all that knows of Quartz.NET begins with its name. Two schedulers: one in memory for what every node does its part of, since what must
/// not be lost is in the outbox and inbox; and a clustered one for what comes once for all nodes together. Where no server is shared, all is in memory.
/// </summary>
internal static class QuartzEngine
{
    private const string OfThisNode = "node";
    internal const string OfAllNodes = "all-nodes";

    /// <summary>A node that has not said for so long, and as long again, that it lives is dead: another runs its jobs again.</summary>
    private static readonly TimeSpan Alive = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddQuartzEngine(this IServiceCollection services, string timeZone, SharedSchedule? shared)
    {
        services.AddSingleton<RecordRuns>();
        services.AddWaker(new QuartzNode(RunsJobs: true, SharesSchedule: shared is not null));
        services.AddQuartz(OfThisNode, _ => { });
        if (shared is not null)
            services.AddShared(shared);
        services.AddQuartzHostedService(options => options.WaitForJobsToComplete = true);
        services.AddHostedService(s => ActivatorUtilities.CreateInstance<QuartzSchedule>(s, timeZone, shared is not null));
        return services;
    }

    /// <summary>For a process that runs no jobs: what it wakes it puts into the schedule of all nodes. Its own scheduler is never started.</summary>
    public static IServiceCollection AddQuartzWaking(this IServiceCollection services, SharedSchedule shared)
    {
        services.AddWaker(new QuartzNode(RunsJobs: false, SharesSchedule: true));
        services.AddShared(shared);
        return services;
    }

    /// <summary>The name of the scheduler that runs the job.</summary>
    /// <param name="shares">Whether there is one for all nodes.</param>
    public static string SchedulerOf(Type job, bool shares) =>
        shares && Schedule.All.Any(s => s.Job == job && !s.Rhythm.OnEachNode) ? OfAllNodes : OfThisNode;

    private static void AddWaker(this IServiceCollection services, QuartzNode node)
    {
        services.AddSingleton(node);
        services.AddSingleton<QuartzWaker>();
        services.AddSingleton<IWakeJobs>(s => s.GetRequiredService<QuartzWaker>());
    }

    private static void AddShared(this IServiceCollection services, SharedSchedule shared) => services.AddQuartz(OfAllNodes, quartz => quartz.UsePersistentStore(store =>
    {
        _ = shared.Server == ScheduleServer.Postgres ? store.UsePostgres(shared.Driver, shared.ConnectionString) : store.UseSqlServer(shared.Driver, shared.ConnectionString);
        store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (Alive, Alive));
    }));
}
