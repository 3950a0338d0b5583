using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;
using Solidarity.Payments.Reconciliation;

namespace Solidarity.Jobs.Checkout;

/// <summary>Asks Stripe about donations whose webhook should have come by now.</summary>
public sealed class ChaseOpenCheckouts(ChaseCheckouts chase, IWakeJobs wake) : ICountDone
{
    /// <summary>Donations that Stripe had news of.</summary>
    public int Done { get; private set; }

    public async Task RunAsync(CancellationToken cancel)
    {
        Done = await chase.RunAsync(cancel);
        if (Done > 0)
            wake.Wake<ProcessOutbox>();
    }
}
