using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Stripe;

namespace Solidarity.Payments.Checkout;

/// <summary>
/// Finds the donation that a charge paid. Events come in any order: where a refund or a dispute overtook the payment, the payment is recorded
/// first, with its fee, which decides what the recipient got and must give back.
/// </summary>
public sealed class FindPaidDonation(SolidarityDb db, IStripeClient stripe, SettleDonation settle)
{
    /// <returns>False: the charge is none of ours.</returns>
    /// <exception cref="InvalidOperationException">It is ours, and its payment cannot be recorded yet; try again later.</exception>
    public async Task<bool> RunAsync(string chargeId, CancellationToken cancel)
    {
        if (await IsRecordedAsync(chargeId, cancel))
            return true;
        var charge = await new ChargeService(stripe).GetAsync(chargeId, null, null, cancel);
        if (StripeKeys.DonationIn(charge.Metadata) is not { } donationId || !await db.Donations.AnyAsync(d => d.Id == donationId, cancel))
            return false;
        await settle.RunAsync(donationId, cancel);
        return await IsRecordedAsync(chargeId, cancel) ? true : throw new InvalidOperationException($"Charge {chargeId} of donation {donationId} is not recorded yet.");
    }

    private Task<bool> IsRecordedAsync(string chargeId, CancellationToken cancel) =>
        db.Donations.AnyAsync(d => d.ChargeId == chargeId && d.FeeMinor != null, cancel);
}
