using Microsoft.Extensions.Logging;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;
using Solidarity.Payments.Reconciliation;
using Solidarity.Payments.Watching;

namespace Solidarity.Jobs.Ledger;

/// <summary>Every night: our books against Stripe's.</summary>
public sealed class CompareWithStripe(CompareBooks compare, IWakeJobs wake, ILogger<CompareWithStripe> log) : IJob
{
    /// <summary>Stripe keeps trying a webhook for three days; a week leaves room for a weekend with the site down.</summary>
    private const int Days = 7;

    public async Task RunAsync(CancellationToken cancel)
    {
        var report = await compare.RunAsync(Days, cancel);
        WebhookFigures.CountFetched(report.Fetched);
        wake.Wake<ProcessInbox>();
        wake.Wake<ProcessOutbox>();
        log.LogInformation("Compared {Compared} balance transactions with the ledger; took in {Fetched} events that had not arrived.", report.Compared, report.Fetched);
        foreach (var difference in report.Differences)
            log.LogError("The books differ: {Difference}", difference);
    }
}
