using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.PayoutReports;

namespace Solidarity.Jobs.Ledger;

/// <summary>The books do not agree with themselves; the log names each fault, and so does the command verify-ledger.</summary>
[SuppressMessage("Naming", "CA1710", Justification = "Says what happened, as the other refusals do")]
public sealed class BooksWrong(int ledger, int reports) : Exception($"{ledger} faults in the ledger, {reports} payout reports that are wrong.");

/// <summary>Every night: the ledger against itself.</summary>
public sealed class VerifyBooks(VerifyLedger verify, CheckPayoutReports reports, ILogger<VerifyBooks> log) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var report = await verify.RunAsync(cancel);
        log.LogInformation("Checked {Transactions} ledger transactions with {Postings} postings.", report.Transactions, report.Postings);
        foreach (var fault in report.Faults)
            log.LogError("The ledger is wrong: {Fault}", fault);
        var wrong = await reports.RunAsync(cancel);
        foreach (var fault in wrong)
            log.LogError("A payout report is wrong: {Fault}", fault);
        // So that the run itself is kept as failed, for everybody who looks at the jobs or watches them.
        if (report.Faults.Count + wrong.Count > 0)
            throw new BooksWrong(report.Faults.Count, wrong.Count);
    }
}
