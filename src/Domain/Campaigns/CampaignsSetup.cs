using Microsoft.Extensions.DependencyInjection;

namespace Solidarity.Domain.Campaigns;

internal static class CampaignsSetup
{
    public static void AddCampaigns(this IServiceCollection services) => services.AddScoped<StartCampaign>().AddScoped<ChangeCampaign>();
}
