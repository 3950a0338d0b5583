using Solidarity.Domain;
using Solidarity.Domain.Messages;
using Solidarity.Jobs;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Mail;
using Solidarity.Payments;
using Solidarity.Payments.Checkout;
using Solidarity.Web.Texts;

namespace Solidarity.Web.Setup;

public static class ServerSetup
{
    /// <summary>The largest request body: the longest form is far smaller, with its pictures left out, and Stripe's largest events fit.</summary>
    public const long LargestBody = 512 * 1024;

    public static WebApplicationBuilder AddServer(this WebApplicationBuilder builder, Settings settings)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(settings.Site);
        return builder;
    }

    public static IServiceCollection AddPaymentsAndJobs(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<ICheckoutWords, CheckoutWords>();
        services.AddSingleton(new MessageQueueOptions { Lease = settings.JobsLease });
        services.AddPayments(settings.Stripe);
        services.AddSingleton(settings.Issuer);
        services.AddJobs();
        services.AddMail(settings);
        return settings.JobsEnabled ? services.AddJobEngine(settings.Site.TimeZone) : services.AddSingleton<IWakeJobs, WakeNobody>();
    }

    private static void AddMail(this IServiceCollection services, Settings settings)
    {
        var mailbox = Path.Combine(settings.Data, "mailbox");
        services.AddSingleton(new MailboxReader(mailbox));
        if (settings.Smtp is { } smtp)
        {
            services.AddSingleton(s => new SmtpTransport(smtp, s.GetRequiredService<Site>(), s.GetRequiredService<TimeProvider>()));
            services.AddSingleton<IMailTransport>(s => Recorded(s, s.GetRequiredService<SmtpTransport>()));
        }
        else
        {
            services.AddSingleton<IMailTransport>(s =>
                Recorded(s, new MailboxTransport(mailbox, settings.Issuer.Email, s.GetRequiredService<Site>(), s.GetRequiredService<TimeProvider>())));
        }
    }

    private static RecordedTransport Recorded(IServiceProvider services, IMailTransport carrier) => ActivatorUtilities.CreateInstance<RecordedTransport>(services, carrier);
}
