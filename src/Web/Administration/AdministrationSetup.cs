namespace Solidarity.Web.Administration;

public static class AdministrationSetup
{
    /// <summary>What administrators' pages need, and the settings they change.</summary>
    public static IServiceCollection AddAdministration(this IServiceCollection services)
    {
        services.AddSingleton<FollowSettings>();
        services.AddHostedService(s => s.GetRequiredService<FollowSettings>());
        services.AddScoped<SendPasswordLink>();
        services.AddScoped<TakeAwayFactors>();
        return services;
    }
}
