using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Messages;
using Solidarity.Payments.CardTesting;
using Solidarity.Payments.Checkout;
using Solidarity.Payments.Disputes;
using Solidarity.Payments.Onboarding;
using Solidarity.Payments.Payouts;
using Solidarity.Payments.Refunds;
using Stripe;
using Stripe.Checkout;

namespace Solidarity.Payments.Webhooks;

/// <summary>
/// Treats an event as a nudge: the object it names is fetched and our state moved to what Stripe says now, so that duplicates, replays and
/// any order end the same. What we do not know is not ours and is left alone.
/// </summary>
public sealed class HandleStripeEvent(
    SolidarityDb db, IStripeClient stripe, SettleDonation settle, SyncRefunds refunds, SyncDispute disputes, SyncPartner partners, SyncPayouts payouts, NoteCharge note)
{
    public async Task RunAsync(InboxMessage message, CancellationToken cancel)
    {
        try
        {
            await DispatchAsync(message, cancel);
        }
        catch (StripeException e) when (e.HttpStatusCode == HttpStatusCode.NotFound)
        {
            // Named by a true signature and yet unknown to the account that we ask: another program's object, unless we know it.
            if (await IsOursAsync(message.ObjectId, cancel))
                throw;
        }
    }

    private async Task<bool> IsOursAsync(string id, CancellationToken cancel) =>
        await db.Donations.AnyAsync(d => d.SessionId == id || d.ChargeId == id, cancel)
        || await db.Refunds.AnyAsync(r => r.StripeRefundId == id, cancel)
        || await db.Disputes.AnyAsync(d => d.StripeDisputeId == id, cancel)
        || await db.Payouts.AnyAsync(p => p.StripePayoutId == id, cancel);

    private Task DispatchAsync(InboxMessage message, CancellationToken cancel) => message.Kind switch
    {
        // A connected account's own charges are its own business; its standing concerns us, and the payouts that our transfers are in.
        "account.updated" or "capability.updated" or "account.application.deauthorized" => partners.RunAsync(message.StripeAccountId ?? message.ObjectId, cancel),
        { } kind when kind.StartsWith("payout.", StringComparison.Ordinal) && message.StripeAccountId is { } account => payouts.RunAsync(account, message.ObjectId, cancel),
        _ when message.StripeAccountId is not null => Task.CompletedTask,
        { } kind when kind.StartsWith("checkout.session.", StringComparison.Ordinal) => SessionAsync(message.ObjectId, cancel),
        { } kind when kind.StartsWith("payment_intent.", StringComparison.Ordinal) => IntentAsync(message.ObjectId, cancel),
        { } kind when kind.StartsWith("charge.dispute.", StringComparison.Ordinal) => disputes.RunAsync(message.ObjectId, cancel),
        "charge.refunded" => refunds.RunAsync(message.ObjectId, cancel),
        { } kind when kind.StartsWith("charge.refund.", StringComparison.Ordinal) || kind.StartsWith("refund.", StringComparison.Ordinal) => RefundAsync(message.ObjectId, cancel),
        { } kind when kind.StartsWith("charge.", StringComparison.Ordinal) => ChargeAsync(message.ObjectId, cancel),
        _ => Task.CompletedTask,
    };

    private async Task SessionAsync(string sessionId, CancellationToken cancel)
    {
        var known = await db.Donations.Where(d => d.SessionId == sessionId).Select(d => (Guid?)d.Id).SingleOrDefaultAsync(cancel);
        if (known is null)
        {
            // The process may have died between creating the session and saving its id.
            var session = await new SessionService(stripe).GetAsync(sessionId, null, null, cancel);
            known = Guid.TryParse(session.ClientReferenceId, out var id) ? id : null;
        }

        if (known is { } donationId)
            await settle.RunAsync(donationId, cancel, sessionId);
    }

    private async Task IntentAsync(string intentId, CancellationToken cancel)
    {
        var intent = await new PaymentIntentService(stripe).GetAsync(intentId, null, null, cancel);
        if (StripeKeys.DonationIn(intent.Metadata) is { } donationId)
            await settle.RunAsync(donationId, cancel);
    }

    private async Task ChargeAsync(string chargeId, CancellationToken cancel)
    {
        var charge = await new ChargeService(stripe).GetAsync(chargeId, null, null, cancel);
        if (StripeKeys.DonationIn(charge.Metadata) is not { } donationId)
            return;
        await settle.RunAsync(donationId, cancel);
        await note.RunAsync(donationId, charge, cancel);
    }

    private async Task RefundAsync(string refundId, CancellationToken cancel)
    {
        var refund = await new RefundService(stripe).GetAsync(refundId, null, null, cancel);
        if (refund.ChargeId is { } chargeId)
            await refunds.RunAsync(chargeId, cancel);
    }
}
