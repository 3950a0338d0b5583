using Microsoft.Extensions.Logging;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.PayoutReports;

namespace Solidarity.Jobs.Ledger;

/// <summary>Every night: the ledger against itself.</summary>
public sealed class VerifyBooks(VerifyLedger verify, CheckPayoutReports reports, ILogger<VerifyBooks> log) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var report = await verify.RunAsync(cancel);
        log.LogInformation("Checked {Transactions} ledger transactions with {Postings} postings.", report.Transactions, report.Postings);
        foreach (var fault in report.Faults)
            log.LogError("The ledger is wrong: {Fault}", fault);
        foreach (var fault in await reports.RunAsync(cancel))
            log.LogError("A payout report is wrong: {Fault}", fault);
    }
}
