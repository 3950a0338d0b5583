using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;
using Solidarity.Payments.Reconciliation;

namespace Solidarity.Jobs.Checkout;

/// <summary>Asks Stripe about donations whose webhook should have come by now.</summary>
public sealed class ChaseOpenCheckouts(ChaseCheckouts chase, IWakeJobs wake) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        if (await chase.RunAsync(cancel) > 0)
            wake.Wake<ProcessOutbox>();
    }
}
