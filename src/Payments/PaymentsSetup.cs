using Microsoft.Extensions.DependencyInjection;
using Solidarity.Domain;
using Solidarity.Domain.CardTesting;
using Solidarity.Payments.CardTesting;
using Solidarity.Payments.Checkout;
using Solidarity.Payments.Disputes;
using Solidarity.Payments.Onboarding;
using Solidarity.Payments.Payouts;
using Solidarity.Payments.Reconciliation;
using Solidarity.Payments.Refunds;
using Solidarity.Payments.Transfers;
using Solidarity.Payments.Watching;
using Solidarity.Payments.Webhooks;
using Stripe;

namespace Solidarity.Payments;

public static class PaymentsSetup
{
    /// <summary>Stripe may be slow at checkout, but a giver does not wait longer than this for one call.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The client lives as long as the site; its connections must not, or it would never hear that Stripe's address changed.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    public static IServiceCollection AddPayments(this IServiceCollection services, StripeSettings settings)
    {
        services.AddDomain();
        services.AddSingleton(settings);
        services.AddSingleton<IStripeClient>(_ => new StripeClient(
            settings.ApiKey,
            httpClient: new WatchedHttpClient(new SystemNetHttpClient(Http(), maxNetworkRetries: 2)),
            apiBase: settings.ApiBase?.ToString().TrimEnd('/')));

        // Every node has it, nobody else does, and nothing that is kept longer than a day depends on it.
        services.AddSingleton(new TraceKey(settings.WebhookSecret));
        services.AddScoped<NoteCharge>();
        services.AddScoped<ClosePages>();
        services.AddScoped<BeginGift>();
        services.AddScoped<OpenCheckout>();
        services.AddScoped<ExpireCheckout>();
        services.AddScoped<SettleDonation>();
        services.AddScoped<RecordPayment>();
        services.AddScoped<ShareOut>();
        services.AddScoped<FindPaidDonation>();
        services.AddScoped<GiveBack>();
        services.AddScoped<UndoGiveBack>();
        services.AddScoped<SyncRefunds>();
        services.AddScoped<ForeseeRefund>();
        services.AddScoped<RefundDonation>();
        services.AddScoped<SyncDispute>();
        services.AddScoped<MakeTransfer>();
        services.AddScoped<TakeFromPartner>();
        services.AddScoped<ReassignMeals>();
        services.AddScoped<RedirectMissingMeals>();
        services.AddScoped<ReverseTransfer>();
        services.AddScoped<AskStripe>();
        services.AddScoped<BeginOnboarding>();
        services.AddScoped<OpenPartnerDashboard>();
        services.AddScoped<SyncPartner>();
        services.AddScoped<SyncPayouts>();
        services.AddScoped<ReadPartnerBalance>();
        services.AddSingleton<InboxWriter>();
        services.AddSingleton<HeardWebhooks>();
        services.AddScoped<ReceiveWebhook>();
        services.AddScoped<HandleStripeEvent>();
        services.AddScoped<ChaseCheckouts>();
        services.AddScoped<CompareBooks>();
        services.AddScoped<CatchUpWithPartners>();
        return services;
    }

    private static HttpClient Http() => new(new SocketsHttpHandler { PooledConnectionLifetime = ConnectionLifetime }) { Timeout = Patience };
}
