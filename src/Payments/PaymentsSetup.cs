using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Receipts;
using Solidarity.Payments.Checkout;
using Solidarity.Payments.Disputes;
using Solidarity.Payments.Onboarding;
using Solidarity.Payments.Reconciliation;
using Solidarity.Payments.Refunds;
using Solidarity.Payments.Transfers;
using Solidarity.Payments.Webhooks;
using Stripe;

namespace Solidarity.Payments;

public static class PaymentsSetup
{
    /// <summary>Stripe may be slow at checkout, but a giver does not wait longer than this for one call.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddPayments(this IServiceCollection services, StripeSettings settings)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(settings);
        services.AddSingleton<IStripeClient>(_ => new StripeClient(
            settings.ApiKey,
            httpClient: new SystemNetHttpClient(new HttpClient { Timeout = Patience }, maxNetworkRetries: 2),
            apiBase: settings.ApiBase?.ToString().TrimEnd('/')));

        services.AddScoped<StartDonation>();
        services.AddScoped<PostToLedger>();
        services.AddScoped<VerifyLedger>();
        services.AddScoped<IssueReceipt>();
        services.TryAddSingleton(new MessageQueueOptions());
        services.AddScoped(typeof(MessageQueue<>));

        services.AddScoped<BeginGift>();
        services.AddScoped<OpenCheckout>();
        services.AddScoped<ExpireCheckout>();
        services.AddScoped<SettleDonation>();
        services.AddScoped<RecordPayment>();
        services.AddScoped<FindPaidDonation>();
        services.AddScoped<GiveBack>();
        services.AddScoped<SyncRefunds>();
        services.AddScoped<SyncDispute>();
        services.AddScoped<MakeTransfer>();
        services.AddScoped<ReverseTransfer>();
        services.AddScoped<SyncPartner>();
        services.AddScoped<ReceiveWebhook>();
        services.AddScoped<HandleStripeEvent>();
        services.AddScoped<ChaseCheckouts>();
        services.AddScoped<CompareBooks>();
        return services;
    }
}
