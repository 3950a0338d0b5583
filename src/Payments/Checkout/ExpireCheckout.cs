using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Stripe;
using Stripe.Checkout;

namespace Solidarity.Payments.Checkout;

/// <summary>Closes the checkout of a donation that shall not be paid any more, because its giver replaced it by another or cards were tried at it, unless it was paid after all.</summary>
public sealed class ExpireCheckout(SolidarityDb db, IStripeClient stripe, OpenCheckout open, SettleDonation settle)
{
    public async Task RunAsync(Guid donationId, CancellationToken cancel)
    {
        // A session that is just being opened, or whose id was never saved, is found by opening it again under the same key.
        if (await db.Donations.AnyAsync(d => d.Id == donationId && d.Status == DonationStatus.Started && d.SessionId == null, cancel))
            await open.RunAsync(donationId, cancel);
        var donation = await db.Donations.AsNoTracking().SingleAsync(d => d.Id == donationId, cancel);
        if (donation.Status != DonationStatus.Started || donation.SessionId is null)
            return;
        try
        {
            await new SessionService(stripe).ExpireAsync(donation.SessionId, null, StripeKeys.For("expire", donation.Id), cancel);
        }
        catch (StripeException e) when (e.StripeError?.Type == "invalid_request_error")
        {
            // Paid or expired meanwhile: settling tells which.
        }

        await settle.RunAsync(donationId, cancel);
    }
}
