using Microsoft.Extensions.DependencyInjection;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Letters;
using Solidarity.Jobs.Meals;
using Solidarity.Jobs.Messages;
using Solidarity.Jobs.PayoutReports;
using Solidarity.Jobs.Receipts;
using Solidarity.Jobs.Updates;
using Solidarity.Jobs.Watching;

namespace Solidarity.Jobs;

public static class JobsSetup
{
    /// <summary>What jobs need, and the handlers of messages; nothing wakes them yet.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        foreach (var (job, _) in Schedule.All)
            services.AddScoped(job);
        services.AddSingleton<JobBeats>();
        services.AddScoped<HandleOutboxMessage>();
        services.AddScoped<ReadReceipt>();
        services.AddScoped<SendReceipt>();
        services.AddScoped<SendPaymentFailed>();
        services.AddScoped<SendRefundNotice>();
        services.AddScoped<SendLetter>();
        services.AddScoped<ReadPayoutReport>().AddScoped<KeepPayoutPdf>().AddScoped<WritePayoutCsv>();
        services.AddScoped<SendPayoutReport>();
        services.AddScoped<FanOut>();
        services.AddScoped<SendMailing>();
        services.AddScoped<FanOutMeals>();
        services.AddScoped<BuildMealMail>();
        return services;
    }

    /// <summary>Runs the schedule in this process.</summary>
    /// <param name="shared">Where the nodes agree on what comes once for all of them; null where this process is the only one that runs jobs.</param>
    public static IServiceCollection AddJobEngine(this IServiceCollection services, string timeZone, SharedSchedule? shared) => services.AddQuartzEngine(timeZone, shared);

    /// <summary>Wakes what other processes run.</summary>
    /// <param name="shared">Null where nothing is shared: then nobody can be woken.</param>
    public static IServiceCollection AddJobsOfOthers(this IServiceCollection services, SharedSchedule? shared) =>
        shared is null ? services.AddSingleton<IWakeJobs, WakeNobody>() : services.AddQuartzWaking(shared);
}
