using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Ledger;

namespace Solidarity.Domain.Donations;

/// <summary>Who carries Stripe's fee on one gift, as it was booked.</summary>
/// <param name="OfGift">Taken from what the recipient gets.</param>
/// <param name="OfPlatform">Carried by the platform: the share of its tip, or all of it.</param>
public sealed record FeeParts(Money OfGift, Money OfPlatform)
{
    public Money Whole => OfGift + OfPlatform;
}

public static class FeePartsOfGift
{
    /// <returns>Null while Stripe has not told the fee.</returns>
    public static async Task<FeeParts?> FeePartsAsync(this SolidarityDb db, Donation donation, CancellationToken cancel)
    {
        if (donation.FeeMinor is not { } fee)
            return null;
        var carried = await db.Postings.Where(p => p.Transaction.DonationId == donation.Id && p.Transaction.Reason == LedgerReason.Fee && p.Account.Code == Accounts.StripeFees).SumAsync(p => p.AmountMinor, cancel);
        return new FeeParts(new Money(fee - carried, donation.Currency), new Money(carried, donation.Currency));
    }
}
