using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Meals;

/// <summary>
/// Orders that meals nobody cooked yet be given back to their giver. From that moment they are nobody's to cook, their places are free, and the public
/// count is without them; the money follows by the outbox. What is planned, delivered or eaten is refused.
/// </summary>
public sealed class RefundMeals(SolidarityDb db, OrderRefund refunds, CountMeals counts, TakePlaces places, LoseMeals lose, TimeProvider clock)
{
    /// <param name="id">The form's own: sent twice, it is one order.</param>
    /// <param name="vouchers">Which; null for all that can be given back.</param>
    /// <param name="by">The administrator; null: the giver, or the programme's rule.</param>
    /// <exception cref="Refusal">Nothing can be given back, with the reason; or another refund of this gift is under way.</exception>
    public Task RunAsync(Guid id, Guid donationId, IReadOnlyCollection<Guid>? vouchers, Guid? by, string why, CancellationToken cancel) =>
        OrderAsync(id, donationId, new MealsBack(vouchers, null), by, why, cancel);

    /// <summary>As an administrator orders it, by their number: the newest that nobody cooked yet.</summary>
    /// <param name="count">Null for all that can be given back.</param>
    /// <exception cref="Refusal">As above; or no reason, or more than can be given back.</exception>
    public Task RunAsync(Guid id, Guid donationId, int? count, Guid by, string? reason, CancellationToken cancel) =>
        OrderAsync(id, donationId, new MealsBack(null, count), by, CleanText.Needed(reason, "reason", FormWords.LongestReason), cancel);

    /// <summary>What that would give back, without ordering it.</summary>
    /// <exception cref="Refusal">As for ordering it.</exception>
    public async Task<(IReadOnlyList<MealVoucher> Meals, Money Amount)> CheckAsync(Guid donationId, int? count, string? reason, CancellationToken cancel)
    {
        CleanText.Needed(reason, "reason", FormWords.LongestReason);
        return await CheckAsync(donationId, count, cancel);
    }

    /// <summary>What would go back of so many meals, or of all that can.</summary>
    /// <exception cref="Refusal">Nothing can be given back, with the reason; or another refund of this gift is under way.</exception>
    public async Task<(IReadOnlyList<MealVoucher> Meals, Money Amount)> CheckAsync(Guid donationId, int? count, CancellationToken cancel)
    {
        var (donation, chosen, amount) = await ChooseAsync(donationId, new MealsBack(null, count), cancel);
        db.ChangeTracker.Clear();
        return (chosen, new Money(amount, donation.Currency));
    }

    private async Task OrderAsync(Guid id, Guid donationId, MealsBack wanted, Guid? by, string why, CancellationToken cancel)
    {
        try
        {
            await db.InTransactionAsync(() => SaveAsync(id, donationId, wanted, by, why, cancel), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The restaurant planned or served one of them at the same moment.
            throw new Refusal(Reason.ChangedMeanwhile);
        }
        catch (DbUpdateException) when (db.RefundOrders.Any(o => o.DonationId == donationId && o.EndedAt == null))
        {
            throw new Refusal(Reason.RefundUnderWay);
        }
    }

    /// <summary>Stripe said no for good: the meals are owed again, as far as their money is still there. Runs in the caller's database transaction.</summary>
    public async Task UndoAsync(Guid orderId, CancellationToken cancel)
    {
        var vouchers = await db.MealVouchers.Include(v => v.Slot).Where(v => v.RefundOrderId == orderId && v.Status == VoucherStatus.Refunded).ToListAsync(cancel);
        if (vouchers.Count == 0)
            return;
        foreach (var voucher in vouchers)
        {
            voucher.MoveTo(VoucherStatus.Funded, clock.GetUtcNow(), Name(orderId));
            voucher.RefundOrderId = null;
        }

        await db.SaveChangesAsync(cancel);
        await counts.RunAsync(vouchers, VoucherStatus.Refunded, VoucherStatus.Funded, cancel);
        await places.TakeAgainAsync(vouchers, cancel);
        // It may have said no because the money went back by another way.
        await lose.RunAsync(await db.Donations.Include(d => d.Lines).SingleAsync(d => d.Id == vouchers[0].DonationId, cancel), Name(orderId), cancel);
    }

    private async Task SaveAsync(Guid id, Guid donationId, MealsBack wanted, Guid? by, string why, CancellationToken cancel)
    {
        if (await db.RefundOrders.Where(o => o.Id == id).Select(o => (Guid?)o.DonationId).SingleOrDefaultAsync(cancel) is { } ordered)
        {
            if (ordered == donationId)
                return;
            throw new Refusal(Reason.FormKeyNotValid);
        }

        var (donation, chosen, amount) = await ChooseAsync(donationId, wanted, cancel);
        var now = clock.GetUtcNow();
        db.RefundOrders.Add(new RefundOrder
        {
            Id = id,
            DonationId = donationId,
            AmountMinor = amount,
            Why = why,
            OrderedById = by,
            CreatedAt = now,
        });
        db.Send(OutboxKinds.Refund, id, now);
        if (by is { } person)
            db.Note("RefundOrdered", person, now, subjectId: donationId, subject: new Money(amount, donation.Currency).ToString(), words: why);
        foreach (var voucher in chosen)
        {
            voucher.MoveTo(VoucherStatus.Refunded, now, Name(id));
            voucher.RefundOrderId = id;
        }

        await db.SaveChangesAsync(cancel);
        await counts.RunAsync(chosen, VoucherStatus.Funded, VoucherStatus.Refunded, cancel);
        await places.GiveBackAsync(chosen, cancel);
    }

    private async Task<(Donation Donation, List<MealVoucher> Meals, long Amount)> ChooseAsync(Guid donationId, MealsBack wanted, CancellationToken cancel)
    {
        var donation = await db.Donations.AsNoTracking().SingleAsync(d => d.Id == donationId, cancel);
        if (donation.Status is not (DonationStatus.Paid or DonationStatus.PartlyRefunded))
            throw new Refusal(Reason.RefundNotPossible);
        if (await db.RefundOrders.AnyAsync(o => o.DonationId == donationId && o.EndedAt == null, cancel))
            throw new Refusal(Reason.RefundUnderWay);
        var meals = await db.MealVouchers.Include(v => v.Order).Include(v => v.Slot).Where(v => v.DonationId == donationId).ToListAsync(cancel);
        var chosen = meals.Where(v => wanted.Vouchers is null ? v.Status == VoucherStatus.Funded : wanted.Vouchers.Contains(v.Id)).ToList();
        if (chosen.Count == 0 || chosen.Exists(v => v.Status != VoucherStatus.Funded))
            throw new Refusal(Why(wanted.Vouchers is null ? meals : chosen));
        if (wanted.Count is { } count)
        {
            if (count <= 0 || count > chosen.Count)
                throw new Refusal(count <= 0 ? Reason.MealsNotPositive : Reason.MealsNotOpen, "count", chosen.Count);
            chosen = [.. chosen.OrderByDescending(v => v.Id).Take(count)];
        }

        // With the last meal go the tip and the added fees.
        var last = meals.Count(v => v.Status != VoucherStatus.Refunded) == chosen.Count;
        return (donation, chosen, last ? (await refunds.LeftAsync(donation, cancel)).Minor : chosen.Sum(v => v.Order.UnitMinor));
    }

    private static Reason Why(List<MealVoucher> meals) => meals switch
    {
        _ when meals.Exists(v => v.Status == VoucherStatus.Accepted) => Reason.MealsPlanned,
        _ when meals.Exists(v => v.Status is VoucherStatus.Delivered or VoucherStatus.Confirmed or VoucherStatus.Redeemed) => Reason.MealsEaten,
        _ => Reason.RefundNotPossible,
    };

    private static string Name(Guid orderId) => $"refund-order:{orderId:D}";

    /// <summary>These, or so many, or all that can be.</summary>
    private sealed record MealsBack(IReadOnlyCollection<Guid>? Vouchers, int? Count);
}
