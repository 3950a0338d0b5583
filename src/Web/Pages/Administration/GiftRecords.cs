using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Receipts;

namespace Solidarity.Web.Pages.Administration;

/// <summary>The rows of other tables that are about one gift.</summary>
public sealed record GiftRecords(
    Receipt? Receipt, List<LedgerTransaction> Ledger, List<Refund> Refunds, List<RefundOrder> Orders, List<Dispute> Disputes, List<OutboxMessage> Outbox, List<InboxMessage> Inbox)
{
    /// <summary>The text of a move: some are told without the gift having moved.</summary>
    public static string KeyOf(DonationMove move) => move.By.StartsWith(DonationMove.Declined, StringComparison.Ordinal) ? "GiftDeclined"
        : move.By.StartsWith(DonationMove.LostPart, StringComparison.Ordinal) ? "GiftLostPart" : $"Gift{move.To}";

    public static async Task<GiftRecords> ReadAsync(SolidarityDb db, Donation gift, CancellationToken cancel)
    {
        var id = gift.Id;
        var receipt = await db.Receipts.AsNoTracking().SingleOrDefaultAsync(r => r.DonationId == id, cancel);
        // Apart: in one statement SQLite reads all postings there are.
        var ledger = await db.LedgerTransactions.AsNoTracking().AsSplitQuery().Include(t => t.Postings).ThenInclude(p => p.Account).Where(t => t.DonationId == id).OrderBy(t => t.Id).ToListAsync(cancel);
        var refunds = await db.Refunds.AsNoTracking().Where(r => r.DonationId == id).OrderBy(r => r.CreatedAt).ToListAsync(cancel);
        var orders = await db.RefundOrders.AsNoTracking().Where(o => o.DonationId == id).OrderBy(o => o.CreatedAt).ToListAsync(cancel);
        var disputes = await db.Disputes.AsNoTracking().Where(d => d.DonationId == id).OrderBy(d => d.CreatedAt).ToListAsync(cancel);
        var transfers = await db.Transfers.Where(t => t.DonationId == id).Select(t => t.Id).ToListAsync(cancel);
        var reversals = await db.TransferReversals.Where(r => transfers.Contains(r.TransferId)).Select(r => r.Id).ToListAsync(cancel);
        List<Guid> subjects = [id, .. refunds.Select(r => r.Id), .. orders.Select(o => o.Id), .. transfers, .. reversals];
        List<string> objects = [.. new[] { gift.SessionId, gift.ChargeId }.OfType<string>(), .. refunds.Select(r => r.StripeRefundId), .. disputes.Select(d => d.StripeDisputeId)];
        var outbox = await db.Outbox.AsNoTracking().Where(m => subjects.Contains(m.SubjectId)).OrderBy(m => m.Id).ToListAsync(cancel);
        var inbox = await db.Inbox.AsNoTracking().Where(m => objects.Contains(m.ObjectId)).OrderBy(m => m.Id).ToListAsync(cancel);
        return new GiftRecords(receipt, ledger, refunds, orders, disputes, outbox, inbox);
    }
}
