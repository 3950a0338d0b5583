using Microsoft.Extensions.DependencyInjection;

namespace Solidarity.Domain.Updates;

internal static class UpdatesSetup
{
    public static void AddUpdates(this IServiceCollection services)
    {
        services.AddScoped<WriteUpdate>();
        services.AddScoped<PublishUpdate>();
        services.AddScoped<PlanMailings>();
        services.AddScoped<FollowProject>();
        services.AddScoped<FollowByGift>();
        services.AddScoped<FindReader>();
        services.AddScoped<AnswerUpdate>();
        services.AddScoped<HideAnswer>();
        services.AddScoped<ThankGivers>();
        services.AddScoped<EndMails>();
        services.AddScoped<ChooseMails>();
    }
}
