using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.CardTesting;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Organisations;
using Solidarity.Domain.PayoutReports;
using Solidarity.Domain.People;
using Solidarity.Domain.Projects;
using Solidarity.Domain.Receipts;
using Solidarity.Domain.Reports;
using Solidarity.Domain.Reviews;
using Solidarity.Domain.Settings;
using Solidarity.Domain.Updates;

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
        services.AddScoped<TellOwners>();
        services.AddScoped<SubmitForReview>();
        services.AddScoped<DecideReview>();
        services.AddScoped<SuspendProject>();
        services.AddScoped<VerifyOrganisation>();
        services.AddScoped<MakeReport>();
        services.AddScoped<DecideReport>();
        services.AddScoped<BringBack>();
        services.AddScoped<LimitAttempts>();
        services.TryAddSingleton(new CardTestingRules(3));
        services.AddScoped<JudgeGiver>();
        services.AddScoped<TraceGift>();
        services.AddScoped<TellAdministrators>();
        services.AddUpdates();
        services.AddOrganisations();
        services.AddProjects();
        services.AddCampaigns();
        services.AddMeals();
        services.AddPayoutReports();
        services.AddScoped<EraseAddress>();
        services.AddScoped<ErasePerson>();
        services.AddScoped<ForgetGivers>();
        services.AddScoped<ChangeRole>();
        services.AddScoped<ChangeAccount>();
        services.AddScoped<EndSessions>();
        services.AddScoped<OrderRefund>();
        services.AddScoped<ChangeSettings>();
        services.AddScoped(typeof(MessageQueue<>));
        return services;
    }
}
