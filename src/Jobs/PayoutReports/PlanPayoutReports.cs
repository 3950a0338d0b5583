using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Solidarity.Domain;
using Solidarity.Domain.Messages;
using Solidarity.Domain.PayoutReports;
using Solidarity.Jobs.Engine;
using Solidarity.Jobs.Messages;

namespace Solidarity.Jobs.PayoutReports;

/// <summary>
/// Every morning: a message for each partner that may lack the report of the last week or month. On most days that is nobody; where the site stood still on
/// Monday, it is Tuesday's work. One partner that fails keeps no other from its report.
/// </summary>
public sealed class PlanPayoutReports(SolidarityDb db, Site site, IWakeJobs wake, TimeProvider clock, ILogger<PlanPayoutReports> log) : IJob
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var partners = new HashSet<Guid>();
        foreach (var period in Period.OverBefore(site.DayOf(now)))
            partners.UnionWith(await LackingAsync(period, cancel));
        var waiting = await db.Outbox.Where(m => m.Kind == OutboxKinds.DueReports && m.State != MessageState.Done).Select(m => m.SubjectId).ToListAsync(cancel);
        foreach (var partner in partners.Except(waiting).Order())
            db.Send(OutboxKinds.DueReports, partner, now);
        await db.SaveChangesAsync(cancel);
        wake.Wake<ProcessOutbox>();
        log.LogInformation("{Partners} partners may be due a payout report.", partners.Count);
    }

    /// <summary>Those without this report to whose account something happened since the period began, or had before and lies there still.</summary>
    private Task<List<Guid>> LackingAsync(Period period, CancellationToken cancel)
    {
        var begins = period.Begins(site);
        return db.Partners
            .Where(p => !db.PayoutReports.Any(r => r.PartnerId == p.Id && r.Kind == period.Kind && r.From == period.From))
            .Where(p => db.Transfers.Any(t => t.PartnerId == p.Id && t.StripeTransferId != null && (t.MadeAt >= begins || !db.PartnerMovements.Any(m => m.PartnerId == p.Id)))
                || db.TransferReversals.Any(r => r.Transfer.PartnerId == p.Id && r.CreatedAt >= begins)
                || db.Payouts.Any(o => o.PartnerId == p.Id && (o.CreatedAt >= begins || o.ReturnedAt >= begins))
                || db.PartnerMovements.Any(m => m.PartnerId == p.Id && m.At >= begins)
                || db.PartnerMovements.Where(m => m.PartnerId == p.Id).Sum(m => m.AmountMinor) != 0)
            .Select(p => p.Id).ToListAsync(cancel);
    }
}

/// <summary>Makes the reports of the last week and month that were over on a day, and sends those that nobody was sent.</summary>
public sealed class MakeDueReports(SolidarityDb db, MakePayoutReport make, Site site, TimeProvider clock)
{
    /// <param name="due">When they were found to be due: tried again days later, they are still the same.</param>
    public async Task RunAsync(Guid partnerId, DateTimeOffset due, CancellationToken cancel)
    {
        foreach (var period in Period.OverBefore(site.DayOf(due)))
        {
            foreach (var report in (await make.RunAsync(partnerId, period, null, null, cancel)).Where(r => r.SentAt is null))
                await SendAsync(report.Id, cancel);
        }
    }

    private Task SendAsync(Guid reportId, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        if (await db.Outbox.AnyAsync(m => m.Kind == OutboxKinds.PayoutReport && m.SubjectId == reportId, cancel))
            return;
        db.Send(OutboxKinds.PayoutReport, reportId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }, cancel);
}
