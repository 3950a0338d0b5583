using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Receipts;

namespace Solidarity.Domain;

public static class DomainSetup
{
    /// <summary>The rules. The database and <see cref="Site"/> are the caller's.</summary>
    public static IServiceCollection AddDomain(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(new MessageQueueOptions());
        services.AddScoped<StartDonation>();
        services.AddScoped<PostToLedger>();
        services.AddScoped<VerifyLedger>();
        services.AddScoped<IssueReceipt>();
        services.AddScoped<RetryMessages>();
        services.AddOrganisations();
        services.AddProjects();
        services.AddCampaigns();
        services.AddScoped(typeof(MessageQueue<>));
        return services;
    }
}
