using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Trail;

namespace Solidarity.Domain.Donations;

/// <summary>Saves the wish to give money back; the outbox asks Stripe (Payments/Refunds/RefundDonation).</summary>
public sealed class OrderRefund(SolidarityDb db, TimeProvider clock)
{
    /// <param name="id">The form's own: sent twice, it is one order.</param>
    /// <param name="amount">In the donation's currency; null for all that is left.</param>
    /// <exception cref="Refusal">No reason, not paid or contested, more than is left, or another is under way.</exception>
    public async Task RunAsync(Guid id, Guid donationId, Money? amount, Guid by, string? reason, CancellationToken cancel)
    {
        var why = CleanText.Needed(reason, "reason", FormWords.LongestReason);
        try
        {
            await db.InTransactionAsync(() => SaveAsync(id, donationId, amount, by, why, cancel), cancel);
        }
        catch (DbUpdateException)
        {
            // Somebody else was first, by a moment: the database keeps one under way.
            db.ChangeTracker.Clear();
            if (!await db.RefundOrders.AnyAsync(o => o.DonationId == donationId && o.EndedAt == null, cancel))
                throw;
            throw new Refusal(Reason.RefundUnderWay);
        }
    }

    /// <summary>Whether that could be ordered, without ordering it.</summary>
    /// <returns>What would be given back.</returns>
    /// <exception cref="Refusal">As for ordering it.</exception>
    public Task<Money> CheckAsync(Guid donationId, Money? amount, string? reason, CancellationToken cancel)
    {
        CleanText.Needed(reason, "reason", FormWords.LongestReason);
        return CheckAsync(donationId, amount, cancel);
    }

    /// <summary>What can still be given back: refunds that are not booked yet are spoken for.</summary>
    public async Task<Money> LeftAsync(Donation donation, CancellationToken cancel)
    {
        var pending = await db.Refunds.Where(r => r.DonationId == donation.Id && r.PostedAt == null && r.Status != "failed" && r.Status != "canceled").SumAsync(r => r.AmountMinor, cancel);
        return new Money(donation.AmountMinor - donation.RefundedMinor - pending, donation.Currency);
    }

    private async Task SaveAsync(Guid id, Guid donationId, Money? amount, Guid by, string why, CancellationToken cancel)
    {
        if (await db.RefundOrders.AnyAsync(o => o.Id == id && o.DonationId == donationId, cancel))
            return;
        var back = await CheckAsync(donationId, amount, cancel);
        var now = clock.GetUtcNow();
        var order = new RefundOrder { Id = id, DonationId = donationId, AmountMinor = back.Minor, Why = why, OrderedById = by, CreatedAt = now };
        db.RefundOrders.Add(order);
        db.Send(OutboxKinds.Refund, order.Id, now);
        db.Note("RefundOrdered", by, now, subjectId: donationId, subject: back.ToString(), words: why);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<Money> CheckAsync(Guid donationId, Money? amount, CancellationToken cancel)
    {
        var donation = await db.Donations.AsNoTracking().SingleAsync(d => d.Id == donationId, cancel);
        if (donation.Status is not (DonationStatus.Paid or DonationStatus.PartlyRefunded))
            throw new Refusal(Reason.RefundNotPossible);
        if (await db.RefundOrders.AnyAsync(o => o.DonationId == donationId && o.EndedAt == null, cancel))
            throw new Refusal(Reason.RefundUnderWay);
        var left = await LeftAsync(donation, cancel);
        var back = amount ?? left;
        if (!back.IsPositive)
            throw new Refusal(amount is null ? Reason.RefundNotPossible : Reason.AmountNotPositive, amount is null ? null : "amount");
        if (back.Minor > left.Minor)
            throw new Refusal(Reason.RefundTooLarge, "amount", left);
        return back;
    }
}
