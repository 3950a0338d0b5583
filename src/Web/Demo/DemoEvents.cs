using Solidarity.Jobs.Messages;
using Solidarity.Payments.Webhooks;
using Stripe;

namespace Solidarity.Web.Demo;

/// <summary>Takes in what happened at Stripe as the nightly comparison does with events whose webhook never arrived, and has the jobs work on it.</summary>
internal sealed class DemoEvents(IServiceScopeFactory scopes, IStripeClient stripe)
{
    private string? _last;

    public async Task TakeInAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var receive = scope.ServiceProvider.GetRequiredService<ReceiveWebhook>();
        var options = new EventListOptions { Limit = 100, EndingBefore = _last };
        var events = new List<Event>(await new EventService(stripe).ListAsync(options, null, cancel));
        foreach (var stripeEvent in events.AsEnumerable().Reverse())
        {
            await receive.StoreAsync(stripeEvent);
            _last = stripeEvent.Id;
        }

        await scope.ServiceProvider.GetRequiredService<ProcessInbox>().RunAsync(cancel);
        await scope.ServiceProvider.GetRequiredService<ProcessOutbox>().RunAsync(cancel);
    }
}
