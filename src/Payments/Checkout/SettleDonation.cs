using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Messages;
using Stripe;
using Stripe.Checkout;

namespace Solidarity.Payments.Checkout;

/// <summary>
/// Asks Stripe how a donation's checkout stands and moves the donation there. Safe to run at any time, twice, and by two nodes at once:
/// whoever comes second finds nothing left to do.
/// </summary>
public sealed class SettleDonation(SolidarityDb db, IStripeClient stripe, RecordPayment record, TakePlaces places, TimeProvider clock)
{
    private static readonly List<string> Expand = ["payment_intent.latest_charge.balance_transaction"];

    /// <param name="sessionId">The session as the event names it, where the donation may not know it yet.</param>
    public async Task RunAsync(Guid donationId, CancellationToken cancel, string? sessionId = null)
    {
        var known = await db.Donations.AsNoTracking().Where(d => d.Id == donationId).Select(d => new { d.SessionId, d.Status, d.FeeMinor }).SingleOrDefaultAsync(cancel);
        if (known is null || (known.SessionId ?? sessionId) is not { } id || (known.FeeMinor is not null && known.Status != DonationStatus.Started))
            return;
        await RunAsync(donationId, await new SessionService(stripe).GetAsync(id, new SessionGetOptions { Expand = Expand }, null, cancel), cancel);
    }

    private async Task RunAsync(Guid donationId, Session session, CancellationToken cancel)
    {
        if (session.ClientReferenceId != donationId.ToString("D"))
            throw new InvalidOperationException($"Session {session.Id} belongs to '{session.ClientReferenceId}', not to donation {donationId}.");

        // Only payment_status other than unpaid counts as paid: https://docs.stripe.com/checkout/fulfillment
        if (session is { Status: "complete", PaymentStatus: not "unpaid" })
            await record.RunAsync(donationId, session, cancel);
        else
            await db.InTransactionAsync(() => MoveAsync(donationId, session, cancel), cancel);
    }

    private async Task MoveAsync(Guid donationId, Session session, CancellationToken cancel)
    {
        await db.Donations.Where(d => d.Id == donationId).LockAsync(cancel);
        var donation = await db.Donations.Include(d => d.Moves).SingleAsync(d => d.Id == donationId, cancel);
        if (!donation.Status.IsOpen())
            return;
        donation.SessionId = session.Id;
        var now = clock.GetUtcNow();
        switch (session)
        {
            case { Status: "expired" } when donation.Status == DonationStatus.Started:
                donation.MoveTo(DonationStatus.Expired, now, session.Id);
                break;
            case { Status: "complete", PaymentIntent.Status: "processing" } when donation.Status == DonationStatus.Started:
                donation.MoveTo(DonationStatus.Processing, now, session.Id);
                break;
            case { Status: "complete", PaymentIntent.Status: "requires_payment_method" or "canceled" }:
                // A delayed method came back refused; the giver has long left the page and is told by mail.
                donation.MoveTo(DonationStatus.Failed, now, session.PaymentIntent.LatestChargeId ?? session.Id);
                db.Send(OutboxKinds.PaymentFailedMail, donation.Id, now);
                break;
            case { Status: "open", PaymentIntent.LastPaymentError: { } error }:
                donation.CheckoutUrl ??= session.Url;
                donation.NoteDeclined(now, DonationMove.Declined + (error.Charge ?? session.PaymentIntentId));
                break;
            case { Status: "open" }:
                donation.CheckoutUrl ??= session.Url;
                break;
        }

        await db.SaveChangesAsync(cancel);
        if (donation.Status is DonationStatus.Expired or DonationStatus.Failed)
            await places.GiveBackAsync(donation.Id, cancel);
    }
}
