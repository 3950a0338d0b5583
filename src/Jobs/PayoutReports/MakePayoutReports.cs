using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Solidarity.Domain;
using Solidarity.Domain.Messages;
using Solidarity.Domain.PayoutReports;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;

namespace Solidarity.Jobs.PayoutReports;

/// <summary>
/// Every morning: the reports of the last week and month for each partner that lacks one. On most days that is nobody; where the site stood still on
/// Monday, or a report failed, it is Tuesday's work. One partner that fails keeps no other from its report. Each report is sent by a message of its own.
/// </summary>
public sealed partial class MakePayoutReports(SolidarityDb db, MakePayoutReport make, Site site, IWakeJobs wake, TimeProvider clock, ILogger<MakePayoutReports> log) : IJob
{
    /// <exception cref="InvalidOperationException">Some failed, each with its reason in the log; the others are made.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        var (made, failed) = (0, 0);
        foreach (var period in Period.OverBefore(site.DayOf(clock.GetUtcNow())))
        {
            foreach (var partner in await LackingAsync(period, cancel))
            {
                if (await OneAsync(partner, period, cancel) is { } reports)
                    made += reports;
                else
                    failed++;
            }
        }

        wake.Wake<ProcessOutbox>();
        log.LogInformation("Made {Made} payout reports.", made);
        if (failed > 0)
            throw new InvalidOperationException($"Payout reports of {failed} partners could not be made; they are tried again tomorrow.");
    }

    /// <returns>How many reports there are; null where it failed.</returns>
    private async Task<int?> OneAsync(Guid partnerId, Period period, CancellationToken cancel)
    {
        try
        {
            var reports = await make.RunAsync(partnerId, period, null, null, cancel);
            foreach (var report in reports.Where(r => r.SentAt is null))
                await SendAsync(report.Id, cancel);
            return reports.Count;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            LogFailed(partnerId, e);
            return null;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private Task SendAsync(Guid reportId, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        if (await db.Outbox.AnyAsync(m => m.Kind == OutboxKinds.PayoutReport && m.SubjectId == reportId, cancel))
            return;
        db.Send(OutboxKinds.PayoutReport, reportId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }, cancel);

    /// <summary>
    /// Those whose report of the period is not there or was not sent, and to whose account something happened since the period began, or had before and lies there still.
    /// </summary>
    private Task<List<Guid>> LackingAsync(Period period, CancellationToken cancel)
    {
        var begins = period.Begins(site);
        return db.Partners
            .Where(p => !db.PayoutReports.Any(r => r.PartnerId == p.Id && r.Kind == period.Kind && r.From == period.From && db.Outbox.Any(m => m.Kind == OutboxKinds.PayoutReport && m.SubjectId == r.Id)))
            .Where(p => db.Transfers.Any(t => t.PartnerId == p.Id && t.StripeTransferId != null && (t.MadeAt >= begins || !db.PartnerMovements.Any(m => m.PartnerId == p.Id)))
                || db.TransferReversals.Any(r => r.Transfer.PartnerId == p.Id && r.CreatedAt >= begins)
                || db.Payouts.Any(o => o.PartnerId == p.Id && (o.CreatedAt >= begins || o.ReturnedAt >= begins))
                || db.PartnerMovements.Any(m => m.PartnerId == p.Id && m.At >= begins)
                || db.PartnerMovements.Where(m => m.PartnerId == p.Id).Sum(m => m.AmountMinor) != 0)
            .OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(cancel);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The payout reports of partner {PartnerId} could not be made.")]
    private partial void LogFailed(Guid partnerId, Exception exception);
}
