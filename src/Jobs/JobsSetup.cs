using Microsoft.Extensions.DependencyInjection;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Letters;
using Solidarity.Jobs.Meals;
using Solidarity.Jobs.Messages;
using Solidarity.Jobs.PayoutReports;
using Solidarity.Jobs.Receipts;
using Solidarity.Jobs.Updates;

namespace Solidarity.Jobs;

public static class JobsSetup
{
    /// <summary>What jobs need, and the handlers of messages; nothing wakes them yet.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        foreach (var (job, _) in Schedule.All)
            services.AddScoped(job);
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
    public static IServiceCollection AddJobEngine(this IServiceCollection services, string timeZone) => services.AddQuartzEngine(timeZone);
}
