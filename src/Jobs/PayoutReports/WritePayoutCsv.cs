using System.Text;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Partners;
using Solidarity.Domain.PayoutReports;

namespace Solidarity.Jobs.PayoutReports;

/// <summary>
/// A payout report line by line, for spreadsheets and programs (RFC 4180, UTF-8, English heads in every language): the balance before, every movement with the
/// vouchers or the gift that it was for, the balance after, and what was eaten in these days and paid in others. The column <c>amount</c> adds up from the
/// first line to the last. Written batch by batch, so that a hundred thousand vouchers need no more memory than a hundred.
/// </summary>
public sealed class WritePayoutCsv(SolidarityDb db)
{
    private const string Heads = "kind,time,amount,amount_minor,balance,currency,stripe_id,payout,gift,giver,voucher,state,restaurant,site,ward,delivery,"
        + "paid_at,delivered_at,confirmed_at,redeemed_at,refunded_at,price,price_minor,share,share_minor,transfer";

    private const int AtOnce = 50;
    private const int VouchersAtOnce = 500;

    private static readonly VoucherStatus[] Brought = [VoucherStatus.Delivered, VoucherStatus.Confirmed];

    /// <param name="to">Stays open.</param>
    public async Task RunAsync(PayoutReport report, Stream to, CancellationToken cancel)
    {
        await using var writer = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), bufferSize: 16 * 1024, leaveOpen: true);
        var rows = new StringBuilder(Heads).Append("\r\n");
        Balance(rows, report, "opening", report.BeginsAt, report.OpeningMinor);
        await foreach (var some in db.MovementsAsync(report, AtOnce, cancel))
        {
            await MovementsAsync(rows, report, some, cancel);
            await FlushAsync(writer, rows, cancel);
        }

        Balance(rows, report, "closing", report.EndsAt, null);
        await EatenAsync(writer, rows, report, cancel);
        await FlushAsync(writer, rows, cancel);
    }

    private static async Task FlushAsync(StreamWriter writer, StringBuilder rows, CancellationToken cancel)
    {
        await writer.WriteAsync(rows, cancel);
        await writer.FlushAsync(cancel);
        rows.Clear();
    }

    private static void Balance(StringBuilder rows, PayoutReport report, string kind, DateTimeOffset at, long? opening) =>
        // The closing balance is the sum of all amounts, and so none of them.
        Write(rows, new PayoutCsvRow(kind, at, opening, report.Currency) { Balance = opening ?? report.ClosingMinor });

    private async Task MovementsAsync(StringBuilder rows, PayoutReport report, IReadOnlyList<PartnerMovement> some, CancellationToken cancel)
    {
        var ids = some.Where(m => m.Kind == MovementKind.Transfer).Select(m => m.SubjectId).ToList();
        var reversals = some.Where(m => m.Kind == MovementKind.Reversal).Select(m => m.SubjectId).ToList();
        var items = some.Where(m => m.Kind is MovementKind.Fee or MovementKind.Other or MovementKind.Joined).Select(m => m.SubjectId).ToList();
        var taken = reversals.Count == 0 ? [] : await db.TransferReversals.Where(r => reversals.Contains(r.Id)).Select(r => new
        {
            r.Id,
            r.Transfer.DonationId,
            r.Transfer.StripeTransferId,
            Payout = db.PayoutItems.Where(i => i.TransferReversalId == r.Id).Select(i => i.Payout.StripePayoutId).FirstOrDefault(),
        }).ToDictionaryAsync(r => r.Id, cancel);
        var payouts = items.Count == 0 ? [] : await db.PayoutItems.Where(i => items.Contains(i.Id)).Select(i => new { i.Id, i.Payout.StripePayoutId }).ToDictionaryAsync(i => i.Id, i => i.StripePayoutId, cancel);
        var gifts = await db.Transfers.Where(t => ids.Contains(t.Id)).Join(db.Donations, t => t.DonationId, d => d.Id, (t, d) => new
        {
            t.Id,
            t.Meals,
            t.DonationId,
            Giver = d.HiddenFromOwner ? null : d.Name,
            Payout = db.PayoutItems.Where(i => i.TransferId == t.Id && i.Kind == PayoutItemKind.Transfer).Select(i => i.Payout.StripePayoutId).FirstOrDefault(),
        }).ToDictionaryAsync(t => t.Id, cancel);
        var vouchers = (await Lines(db.MealVouchers.Where(v => v.TransferId != null && ids.Contains(v.TransferId.Value))).ToListAsync(cancel)).ToLookup(v => v.TransferId);
        foreach (var movement in some)
        {
            var gift = gifts.GetValueOrDefault(movement.SubjectId);
            var back = taken.GetValueOrDefault(movement.SubjectId);
            Write(rows, new PayoutCsvRow(Name(movement.Kind), movement.At, movement.AmountMinor, report.Currency)
            {
                StripeId = movement.StripeId,
                Payout = movement.Kind is MovementKind.Payout or MovementKind.Returned ? movement.StripeId : gift?.Payout ?? back?.Payout ?? payouts.GetValueOrDefault(movement.SubjectId),
                Gift = gift?.DonationId ?? back?.DonationId,
                // Of meals the giver is nobody's business in a kitchen.
                Giver = gift is { Meals: null } ? gift.Giver : null,
                Transfer = back?.StripeTransferId,
            });
            if (gift is null)
                continue;
            foreach (var voucher in vouchers[gift.Id].OrderBy(v => v.Rank))
                Write(rows, voucher.ToRow("voucher", report.Currency, gift.Payout));
        }
    }

    private async Task EatenAsync(StreamWriter writer, StringBuilder rows, PayoutReport report, CancellationToken cancel)
    {
        var (begins, ends) = (report.BeginsAt, report.EndsAt);
        var eaten = db.MealVouchers.Where(v => v.MealPartner.PartnerId == report.PartnerId && v.Donation.CurrencyCode == report.CurrencyCode
            && ((Brought.Contains(v.Status) && v.Delivery!.DeliveredAt >= begins && v.Delivery.DeliveredAt < ends)
                || (v.Status == VoucherStatus.Redeemed && v.Moves.Any(m => m.To == VoucherStatus.Redeemed && m.At >= begins && m.At < ends)))
            && !db.PartnerMovements.Any(m => m.Kind == MovementKind.Transfer && m.SubjectId == v.TransferId && m.At >= begins && m.At < ends));
        Guid? last = null;
        while (true)
        {
            var some = await Lines(eaten.Where(v => last == null || v.Id.CompareTo(last.Value) > 0).OrderBy(v => v.Id).Take(VouchersAtOnce)).OrderBy(v => v.Id).ToListAsync(cancel);
            foreach (var voucher in some)
                Write(rows, voucher.ToRow("voucher-of-other-days", report.Currency, null));
            await FlushAsync(writer, rows, cancel);
            if (some.Count < VouchersAtOnce)
                return;
            last = some[^1].Id;
        }
    }

    private IQueryable<PayoutCsvVoucher> Lines(IQueryable<MealVoucher> vouchers) =>
        from v in vouchers.AsNoTracking()
        join t in db.Transfers on v.TransferId equals (Guid?)t.Id into transfers
        from transfer in transfers.DefaultIfEmpty()
        select new PayoutCsvVoucher
        {
            Id = v.Id,
            Code = v.Code,
            Status = v.Status,
            Restaurant = v.MealPartner.Partner.Name,
            Site = v.CareSite.Name,
            Ward = v.CareSite.Ward,
            Delivery = v.Delivery == null ? null : v.Delivery.Number,
            DonationId = v.DonationId,
            PaidAt = v.PaidAt,
            DeliveredAt = v.Delivery == null ? null : v.Delivery.DeliveredAt,
            ConfirmedAt = v.Moves.Where(m => m.To == VoucherStatus.Confirmed).OrderByDescending(m => m.Id).Select(m => (DateTimeOffset?)m.At).FirstOrDefault(),
            RedeemedAt = v.Moves.Where(m => m.To == VoucherStatus.Redeemed).OrderByDescending(m => m.Id).Select(m => (DateTimeOffset?)m.At).FirstOrDefault(),
            RefundedAt = v.Moves.Where(m => m.To == VoucherStatus.Refunded).OrderByDescending(m => m.Id).Select(m => (DateTimeOffset?)m.At).FirstOrDefault(),
            PriceMinor = v.Order.UnitMinor,
            TransferId = v.TransferId,
            StripeTransferId = transfer.StripeTransferId,
            TransferMinor = transfer.AmountMinor,
            Meals = transfer.Meals,
            Rank = db.MealVouchers.Count(o => o.TransferId == v.TransferId && o.Id.CompareTo(v.Id) < 0),
        };

    private static string Name(MovementKind kind) => kind switch
    {
        MovementKind.Transfer => "transfer",
        MovementKind.Reversal => "reversal",
        MovementKind.Payout => "payout",
        MovementKind.Returned => "payout-returned",
        MovementKind.Fee => "stripe-fee",
        MovementKind.Joined => "other-joined",
        _ => "other",
    };

    private static void Write(StringBuilder rows, PayoutCsvRow row) => rows.AppendJoin(',', row.All()).Append("\r\n");
}
