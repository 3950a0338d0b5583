using Microsoft.Extensions.Logging;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;
using Solidarity.Payments.Reconciliation;

namespace Solidarity.Jobs.Payouts;

/// <summary>Every night: how each partner stands with Stripe, and what it was paid out.</summary>
public sealed class CatchUpWithPayouts(CatchUpWithPartners catchUp, IWakeJobs wake, ILogger<CatchUpWithPayouts> log) : IJob
{
    /// <summary>A bank may send a payout back some working days after it arrived: https://docs.stripe.com/payouts#payout-failures</summary>
    private const int Days = 14;

    public async Task RunAsync(CancellationToken cancel)
    {
        var (asked, failed) = await catchUp.RunAsync(Days, cancel);
        // A partner that can be paid again may have transfers waiting.
        wake.Wake<ProcessOutbox>();
        log.LogInformation("Asked Stripe about {Asked} partners and their payouts, in vain about {Failed}.", asked, failed);
    }
}
