using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Solidarity.Domain.Messages;
using Solidarity.Jobs.Engine;
using Solidarity.Payments.Webhooks;

namespace Solidarity.Jobs.Messages;

/// <summary>Does what Stripe's events ask for.</summary>
public sealed class ProcessInbox(IServiceScopeFactory scopes, IWakeJobs wake, ILogger<ProcessInbox> log) : ProcessMessages<InboxMessage>(scopes, log)
{
    protected override Task HandleAsync(IServiceProvider services, InboxMessage message, CancellationToken cancel) =>
        services.GetRequiredService<HandleStripeEvent>().RunAsync(message, cancel);

    protected override void AfterSome() => wake.Wake<ProcessOutbox>();
}
