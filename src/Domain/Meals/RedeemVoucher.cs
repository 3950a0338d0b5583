using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;

namespace Solidarity.Domain.Meals;

/// <summary>What stands on an offline sheet.</summary>
/// <param name="At">When it was eaten, to the minute.</param>
public sealed record WrittenDown(Guid SheetId, DateTimeOffset At);

/// <summary>Somebody from the ward eats at the counter: the code is good for one meal, once.</summary>
public sealed class RedeemVoucher(SolidarityDb db, CountMeals counts, TimeProvider clock)
{
    /// <param name="typed">The code as typed, scanned or read from a picture.</param>
    /// <param name="written">Where it was kept on an offline sheet; null: it is eaten now.</param>
    /// <returns>The voucher, redeemed now.</returns>
    /// <exception cref="Refusal">No code, not of this restaurant, or not to be eaten any more, each with its reason. Of many tries at once exactly one comes through.</exception>
    public async Task<MealVoucher> RunAsync(Guid mealPartnerId, string? typed, Guid personId, WrittenDown? written, CancellationToken cancel)
    {
        var code = VoucherCode.Parse(typed) ?? throw new Refusal(Reason.CodeMistyped, "code");
        try
        {
            return await db.InTransactionAsync(() => SaveAsync(mealPartnerId, code, personId, written, cancel), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            throw await RefusalAsync(await db.MealVouchers.AsNoTracking().SingleAsync(v => v.Code == code, cancel), cancel);
        }
    }

    private async Task<MealVoucher> SaveAsync(Guid mealPartnerId, string code, Guid personId, WrittenDown? written, CancellationToken cancel)
    {
        // A code of another restaurant is no code here: whoever tries codes learns nothing.
        var voucher = await db.MealVouchers.SingleOrDefaultAsync(v => v.Code == code && v.MealPartnerId == mealPartnerId, cancel)
            ?? throw new Refusal(Reason.CodeNotValid, "code");
        if (voucher.Status != VoucherStatus.Funded)
            throw await RefusalAsync(voucher, cancel);
        // What a sheet says was eaten before anybody could know.
        if (written is null && await db.Donations.AnyAsync(d => d.Id == voucher.DonationId && d.Status == DonationStatus.Disputed, cancel))
            throw new Refusal(Reason.VoucherDisputed, "code");
        var now = clock.GetUtcNow();
        voucher.MoveTo(VoucherStatus.Redeemed, written is null ? now : await TimeOfAsync(written, voucher, now, cancel), personId.ToString("D"));
        if (written is not null)
            db.Add(new CounterSheetLine { VoucherId = voucher.Id, SheetId = written.SheetId, EnteredById = personId, EnteredAt = now });
        await db.SaveChangesAsync(cancel);
        await counts.RunAsync(voucher.MealPartnerId, voucher.CareSiteId, VoucherStatus.Funded, VoucherStatus.Redeemed, 1, cancel);
        return voucher;
    }

    /// <summary>A sheet has minutes, and a payment seconds. What was another restaurant's was not eaten here before.</summary>
    private async Task<DateTimeOffset> TimeOfAsync(WrittenDown written, MealVoucher voucher, DateTimeOffset now, CancellationToken cancel)
    {
        if (written.At > now)
            throw new Refusal(Reason.ServedLater, "code");
        if (written.At.AddMinutes(1) <= voucher.PaidAt)
            throw new Refusal(Reason.ServedBeforePaid, "code", voucher.PaidAt);
        var taken = await db.VoucherMoves.Where(m => m.VoucherId == voucher.Id && db.MealPartners.Any(p => p.Id == m.FromId)).OrderByDescending(m => m.Id).Select(m => (DateTimeOffset?)m.At).FirstOrDefaultAsync(cancel);
        if (written.At.AddMinutes(1) <= taken)
            throw new Refusal(Reason.ServedBeforeTaken, "code", taken.Value);
        return written.At < voucher.PaidAt ? voucher.PaidAt : written.At;
    }

    private async Task<Refusal> RefusalAsync(MealVoucher voucher, CancellationToken cancel)
    {
        if (voucher.Status != VoucherStatus.Redeemed)
            return new Refusal(voucher.Status == VoucherStatus.Refunded ? Reason.VoucherRefunded : Reason.VoucherInDelivery, "code");
        var when = await db.VoucherMoves.Where(m => m.VoucherId == voucher.Id && m.To == VoucherStatus.Redeemed).OrderByDescending(m => m.Id).Select(m => m.At).FirstAsync(cancel);
        return new Refusal(Reason.VoucherRedeemed, "code", when);
    }
}
