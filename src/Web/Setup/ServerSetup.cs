using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Solidarity.Domain;
using Solidarity.Domain.Messages;
using Solidarity.Jobs;
using Solidarity.Jobs.Mail;
using Solidarity.Payments;
using Solidarity.Payments.Checkout;
using Solidarity.Web.Texts;

namespace Solidarity.Web.Setup;

public static class ServerSetup
{
    /// <summary>The largest request body: the longest form is far smaller, with its pictures left out, and Stripe's largest events fit.</summary>
    public const long LargestBody = 512 * 1024;

    /// <summary>Answers that are long files, and forms that bring pictures: they take as long as the reader's line does.</summary>
    public const string Files = "files";

    public static WebApplicationBuilder AddServer(this WebApplicationBuilder builder, Settings settings)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            // Whoever sends slower than this holds a connection and gives nothing for it.
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
            kestrel.Limits.MaxConcurrentConnections = settings.Limits.Connections;
        });
        builder.Services.AddRequestTimeouts(timeouts =>
        {
            timeouts.DefaultPolicy = Within(TimeSpan.FromMinutes(1));
            timeouts.AddPolicy(Files, Within(TimeSpan.FromMinutes(30)));
        });
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(settings.Site);
        if (settings.ClockOffset != TimeSpan.Zero)
            builder.Services.AddSingleton<TimeProvider>(new TurnedClock(settings.ClockOffset));
        builder.Services.AddHostedService(_ => new TellSystemd(Environment.GetEnvironmentVariable(TellSystemd.Variable)));
        return builder;
    }

    /// <summary>What a request had begun is called off, and rolled back.</summary>
    private static RequestTimeoutPolicy Within(TimeSpan time) => new() { Timeout = time, TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable };

    public static IServiceCollection AddPaymentsAndJobs(this IServiceCollection services, Settings settings)
    {
        services.AddSingleton<ICheckoutWords, CheckoutWords>();
        services.AddSingleton(new MessageQueueOptions { Lease = settings.JobsLease });
        services.AddPayments(settings.Stripe);
        services.AddSingleton(settings.Issuer);
        services.AddSingleton(settings.Retention);
        services.AddJobs();
        services.AddMail(settings);
        return settings.JobsEnabled ? services.AddJobEngine(settings.Site.TimeZone, settings.Database.SharedSchedule) : services.AddJobsOfOthers(settings.Database.SharedSchedule);
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
