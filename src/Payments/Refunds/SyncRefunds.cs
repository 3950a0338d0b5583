using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Messages;
using Solidarity.Payments.Checkout;
using Stripe;
using Refund = Stripe.Refund;

namespace Solidarity.Payments.Refunds;

/// <summary>Brings a charge's refunds up to what Stripe says, wherever they were ordered.</summary>
public sealed partial class SyncRefunds(
    SolidarityDb db, IStripeClient stripe, FindPaidDonation find, GiveBack giveBack, UndoGiveBack undo, PostToLedger ledger, TimeProvider clock, ILogger<SyncRefunds> log)
{
    /// <summary>Some refunds outside cards have no status.</summary>
    private const string Unknown = "unknown";

    public async Task RunAsync(string chargeId, CancellationToken cancel)
    {
        if (!await find.RunAsync(chargeId, cancel))
            return;
        var options = new RefundListOptions { Charge = chargeId, Limit = 100, Expand = ["data.balance_transaction", "data.failure_balance_transaction"] };
        var refunds = new List<Refund>();
        await foreach (var refund in new RefundService(stripe).ListAutoPagingAsync(options, null, cancel))
            refunds.Add(refund);
        foreach (var refund in refunds.OrderBy(r => r.Created))
            await db.InTransactionAsync(() => SyncAsync(chargeId, refund, cancel), cancel);
    }

    private async Task SyncAsync(string chargeId, Refund refund, CancellationToken cancel)
    {
        await db.Donations.Where(d => d.ChargeId == chargeId).LockAsync(cancel);
        var donation = await db.Donations.Include(d => d.Lines).Include(d => d.Moves).SingleAsync(d => d.ChargeId == chargeId, cancel);
        var ours = await db.Refunds.SingleOrDefaultAsync(r => r.StripeRefundId == refund.Id, cancel);
        if (ours is null)
        {
            ours = new Domain.Donations.Refund
            {
                Id = Guid.CreateVersion7(clock.GetUtcNow()),
                DonationId = donation.Id,
                StripeRefundId = refund.Id,
                AmountMinor = refund.Amount,
                Status = refund.Status ?? Unknown,
                CreatedAt = StripeKeys.Moment(refund.Created),
            };
            db.Refunds.Add(ours);
        }

        ours.Status = refund.Status ?? Unknown;
        if (refund.FailureBalanceTransaction is { } returned)
            await FailAsync(donation, ours, refund, returned, cancel);
        else if (ours.PostedAt is null && refund.BalanceTransaction is { } booked)
            await PostAsync(donation, ours, booked, StripeKeys.IdIn(refund.Metadata, StripeKeys.RefundOrderMetadata), cancel);
        await db.SaveChangesAsync(cancel);
    }

    private async Task PostAsync(Donation donation, Domain.Donations.Refund refund, BalanceTransaction booked, Guid? orderId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        refund.PostedAt = now;
        var entry = new LedgerEntry(LedgerReason.Refund, Reference(refund.StripeRefundId), StripeKeys.Moment(booked.Created), donation.Id, donation.CampaignLines.First().CampaignId);
        await giveBack.RunAsync(donation, new Money(refund.AmountMinor, donation.Currency), entry, Accounts.StripeBalance, booked.Id, refund.StripeRefundId, cancel, orderId);
        // Not from Lost: a refund that was made before the dispute began, and that we hear of after the dispute was lost.
        var to = donation.RefundedMinor == donation.AmountMinor ? DonationStatus.Refunded : DonationStatus.PartlyRefunded;
        if (DonationStates.Allows(donation.Status, to))
            donation.MoveTo(to, now, refund.StripeRefundId);
        db.Send(OutboxKinds.RefundMail, refund.Id, now);
    }

    /// <summary>
    /// The giver's bank could not take the money: it is with the platform again, which must find another way to give it back
    /// (https://docs.stripe.com/refunds#failed-refunds). Until then the gift stands.
    /// </summary>
    private async Task FailAsync(Donation donation, Domain.Donations.Refund ours, Refund refund, BalanceTransaction returned, CancellationToken cancel)
    {
        var reference = $"refund-failed:{refund.Id}";
        if (await ledger.HasAsync(reference, cancel))
            return;
        var amount = StripeKeys.Amount(returned.Net, returned.Currency);
        var entry = new LedgerEntry(LedgerReason.RefundFailed, reference, StripeKeys.Moment(returned.Created), donation.Id, donation.CampaignLines.First().CampaignId);
        if (ours.PostedAt is null && refund.BalanceTransaction is { } booked)
        {
            // We hear of it when it is over: nothing was given back, and nothing has to be taken back from anybody.
            var gone = StripeKeys.Amount(booked.Net, booked.Currency);
            await ledger.RunAsync(
                entry.Post(Accounts.StripeBalance, gone, booked.Id).Post(Accounts.StripeBalance, amount, returned.Id).Post(Accounts.Losses, -gone - amount, refund.Id), cancel);
        }
        else if (donation.Status == DonationStatus.Lost)
        {
            // The giver's bank took it by the dispute, which was the platform's loss so far.
            await ledger.RunAsync(entry.Post(Accounts.StripeBalance, amount, returned.Id).Post(Accounts.Losses, -amount, refund.Id), cancel);
        }
        else
        {
            var held = await undo.RunAsync(donation, Reference(refund.Id), entry, amount, returned.Id, refund.Id, cancel);
            if (donation.Status is DonationStatus.Refunded or DonationStatus.PartlyRefunded)
                donation.MoveTo(donation.RefundedMinor == 0 ? DonationStatus.Paid : DonationStatus.PartlyRefunded, clock.GetUtcNow(), refund.Id);
            LogFailed(refund.Id, donation.Id, amount, held);
        }

        ours.PostedAt = null;
    }

    private static string Reference(string refundId) => $"refund:{refundId}";

    [LoggerMessage(Level = LogLevel.Error, Message =
        "Refund {RefundId} of donation {DonationId} failed: {Amount} did not reach the giver. The gift stands again, and {Held} that the partner gave back for it is owed to the campaign: refund it another way, or pay it to the partner by hand.")]
    private partial void LogFailed(string refundId, Guid donationId, Money amount, Money held);
}
