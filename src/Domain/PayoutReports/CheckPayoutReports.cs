using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Ledger;

namespace Solidarity.Domain.PayoutReports;

/// <summary>Recomputes every payout report from the statements, and the statements from what was moved. Changes nothing.</summary>
public sealed class CheckPayoutReports(SolidarityDb db)
{
    /// <returns>One sentence a fault, naming the row; empty where everything agrees.</returns>
    public Task<IReadOnlyList<string>> RunAsync(CancellationToken cancel) => db.InSnapshotAsync<IReadOnlyList<string>>(async () =>
    {
        var faults = new List<string>();
        faults.AddRange(await ReportsAsync(cancel));
        faults.AddRange(await NumbersAsync(cancel));
        faults.AddRange(await StatementsAsync(cancel));
        faults.AddRange(await LedgerAsync(cancel));
        return faults;
    }, cancel);

    private async Task<List<string>> ReportsAsync(CancellationToken cancel)
    {
        var faults = new List<string>();
        foreach (var report in await db.PayoutReports.AsNoTracking().OrderBy(r => r.Id).ToListAsync(cancel))
        {
            var sums = await db.StatementSumsAsync(report.PartnerId, report.CurrencyCode, report.BeginsAt, report.EndsAt, cancel);
            var said = (report.OpeningMinor, report.TransfersMinor, report.ReversalsMinor, report.PayoutsMinor, report.ReturnedMinor, report.FeesMinor, report.OtherMinor, report.ClosingMinor);
            var found = (sums.Opening, sums.Of(MovementKind.Transfer), sums.Of(MovementKind.Reversal), sums.Of(MovementKind.Payout), sums.Of(MovementKind.Returned), sums.Of(MovementKind.Fee),
                sums.Of(MovementKind.Other, MovementKind.Joined), sums.Closing);
            if (said != found)
                faults.Add($"Payout report {report.Id} ({report.Name}) says {said}, its partner's statement {found}.");
        }

        return faults;
    }

    private async Task<List<string>> NumbersAsync(CancellationToken cancel) => await db.PartnerStatements
        .Where(s => s.LastNumber != db.PayoutReports.Count(r => r.PartnerId == s.PartnerId) || s.LastNumber != (db.PayoutReports.Where(r => r.PartnerId == s.PartnerId).Max(r => (int?)r.Number) ?? 0))
        .Select(s => $"The payout reports of partner {s.PartnerId} are not numbered without gaps.").ToListAsync(cancel);

    /// <summary>Each line of a statement still says what the row says that it stands for.</summary>
    private async Task<List<string>> StatementsAsync(CancellationToken cancel)
    {
        var transfers = db.PartnerMovements.Where(m => m.Kind == MovementKind.Transfer && !db.Transfers.Any(t => t.Id == m.SubjectId && t.PartnerId == m.PartnerId && t.StripeTransferId == m.StripeId && t.AmountMinor == m.AmountMinor));
        var reversals = db.PartnerMovements.Where(m => m.Kind == MovementKind.Reversal && !db.TransferReversals.Any(r => r.Id == m.SubjectId && r.Transfer.PartnerId == m.PartnerId && r.StripeReversalId == m.StripeId && r.AmountMinor == -m.AmountMinor));
        var payouts = db.PartnerMovements.Where(m => m.Kind == MovementKind.Payout && !db.Payouts.Any(p => p.Id == m.SubjectId && p.PartnerId == m.PartnerId && p.AmountMinor == -m.AmountMinor));
        var wrong = new List<long>();
        foreach (var lines in new[] { transfers, reversals, payouts })
            wrong.AddRange(await lines.Select(m => m.Id).ToListAsync(cancel));
        return [.. wrong.Select(id => $"Line {id} of a partner's statement does not say what was moved.")];
    }

    /// <summary>What the books say was passed on and taken back is what the transfers say from which the statements are written.</summary>
    private async Task<List<string>> LedgerAsync(CancellationToken cancel)
    {
        var posted = await db.Postings.Where(p => p.Account.Code == Accounts.StripeBalance && (p.Transaction.Reason == LedgerReason.Transfer || p.Transaction.Reason == LedgerReason.TransferReversal))
            .GroupBy(p => p.CurrencyCode).Select(g => new { g.Key, Sum = -g.Sum(p => p.AmountMinor) }).ToDictionaryAsync(g => g.Key, g => g.Sum, cancel);
        var moved = await db.Transfers.Where(t => t.StripeTransferId != null).GroupBy(t => t.CurrencyCode).Select(g => new { g.Key, Sum = g.Sum(t => t.AmountMinor - t.ReversedMinor) }).ToDictionaryAsync(g => g.Key, g => g.Sum, cancel);
        return [.. posted.Keys.Union(moved.Keys).Where(c => posted.GetValueOrDefault(c) != moved.GetValueOrDefault(c))
            .Select(c => $"The books passed {posted.GetValueOrDefault(c)} {c} on to partners, the transfers {moved.GetValueOrDefault(c)}.")];
    }
}
