using Solidarity.Jobs.Engine;

namespace Solidarity.Web.Demo;

internal static class DemoSetup
{
    /// <summary>For the command "demo": its clock in place of the system's, and no engine to wake, since it does the jobs' work itself.</summary>
    public static IServiceCollection AddDemo(this IServiceCollection services) => services
        .AddSingleton<DemoClock>()
        .AddSingleton<TimeProvider>(s => s.GetRequiredService<DemoClock>())
        .AddSingleton<IWakeJobs, WakeNobody>()
        .AddSingleton<DemoSandbox>()
        .AddScoped<DemoPeople>()
        .AddScoped<DemoUpdates>()
        .AddScoped<DemoReviews>()
        .AddScoped<DemoWorkspace>()
        .AddScoped<DemoWardThanks>()
        .AddScoped<DemoMeals>()
        .AddScoped<DemoReports>()
        .AddScoped<MakeDemo>();
}
