using Microsoft.Extensions.DependencyInjection;

namespace Solidarity.Domain.Organisations;

internal static class OrganisationsSetup
{
    public static void AddOrganisations(this IServiceCollection services) =>
        services.AddScoped<ChangeOrganisation>().AddScoped<InviteMember>().AddScoped<AcceptInvitation>().AddScoped<ChangeTeam>().AddScoped<StartOrganisation>();
}
