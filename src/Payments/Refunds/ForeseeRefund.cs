using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;
using Solidarity.Payments.Transfers;

namespace Solidarity.Payments.Refunds;

/// <summary>What a refund would take from each part of a gift, and from whom.</summary>
/// <param name="FromPartner">What the partner gives back of what was passed on.</param>
public sealed record ForeseenRefund(Money Whole, Money Gift, Money Fees, Money Tip, Money FromPartner)
{
    /// <summary>Of the gift and the fees added to it: what was never passed on, because Stripe kept it.</summary>
    public Money FromPlatform => Gift + Fees - FromPartner;
}

/// <summary>Says before a refund is ordered what <see cref="GiveBack"/> will do.</summary>
public sealed class ForeseeRefund(SolidarityDb db)
{
    /// <param name="donation">With its lines.</param>
    /// <param name="amount">No more than is left.</param>
    public async Task<ForeseenRefund> RunAsync(Donation donation, Money amount, CancellationToken cancel)
    {
        var parts = GiveBack.PartsOf(donation, amount);
        Money Of(LineKind kind) => new(parts.Where(p => p.Line.Kind == kind).Sum(p => p.Part.Minor), amount.Currency);
        var refunded = donation.CampaignLines.Sum(l => l.RefundedMinor) + Of(LineKind.Gift).Minor + Of(LineKind.Fees).Minor;
        var fromPartner = 0L;
        foreach (var transfer in await db.Transfers.AsNoTracking().Where(t => t.DonationId == donation.Id && !t.CalledOff).ToListAsync(cancel))
        {
            var reversed = await db.TransferReversals.Where(r => r.TransferId == transfer.Id && r.Because != ReverseTransfer.CalledOff).SumAsync(r => r.AmountMinor, cancel);
            fromPartner += Math.Max(0, transfer.AmountMinor - reversed - GiveBack.KeptOf(transfer, donation, refunded).Minor);
        }

        return new ForeseenRefund(amount, Of(LineKind.Gift), Of(LineKind.Fees), Of(LineKind.Tip), new Money(fromPartner, amount.Currency));
    }

    /// <summary>By meals: each restaurant gives back its share of those it does not cook.</summary>
    /// <param name="donation">With its lines.</param>
    /// <param name="back">Meals of it that nobody cooked.</param>
    /// <param name="amount">What is given back for them.</param>
    public async Task<ForeseenRefund> OfMealsAsync(Donation donation, IReadOnlyCollection<MealVoucher> back, Money amount, CancellationToken cancel)
    {
        var parts = GiveBack.PartsOf(donation, amount, ofMeals: amount.Minor == back.Sum(v => v.Order.UnitMinor));
        Money Of(LineKind kind) => new(parts.Where(p => p.Line.Kind == kind).Sum(p => p.Part.Minor), amount.Currency);
        var fromPartners = 0L;
        foreach (var transfer in await db.Transfers.AsNoTracking().Where(t => t.DonationId == donation.Id && !t.CalledOff && t.Meals != null).ToListAsync(cancel))
        {
            var standing = await db.MealVouchers.CountAsync(v => v.TransferId == transfer.Id && v.Status != VoucherStatus.Refunded, cancel);
            var after = standing - back.Count(v => v.TransferId == transfer.Id);
            fromPartners += (TakeFromPartner.ShareOf(transfer, standing, transfer.Meals!.Value) - TakeFromPartner.ShareOf(transfer, after, transfer.Meals.Value)).Minor;
        }

        return new ForeseenRefund(amount, Of(LineKind.Gift), Of(LineKind.Fees), Of(LineKind.Tip), new Money(fromPartners, amount.Currency));
    }
}
