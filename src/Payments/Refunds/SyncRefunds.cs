using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Messages;
using Solidarity.Payments.Checkout;
using Stripe;
using Refund = Stripe.Refund;

namespace Solidarity.Payments.Refunds;

/// <summary>Brings a charge's refunds up to what Stripe says, wherever they were ordered.</summary>
public sealed class SyncRefunds(SolidarityDb db, IStripeClient stripe, FindPaidDonation find, GiveBack giveBack, PostToLedger ledger, TimeProvider clock)
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
        if (ours.PostedAt is null && refund.BalanceTransaction is { } booked)
            await PostAsync(donation, ours, booked, cancel);
        if (refund.FailureBalanceTransaction is { } returned)
            await ReturnAsync(donation, refund, returned, cancel);
        await db.SaveChangesAsync(cancel);
    }

    private async Task PostAsync(Donation donation, Domain.Donations.Refund refund, BalanceTransaction booked, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        refund.PostedAt = now;
        var entry = new LedgerEntry(LedgerReason.Refund, $"refund:{refund.StripeRefundId}", StripeKeys.Moment(booked.Created), donation.Id, donation.CampaignLines.First().CampaignId);
        await giveBack.RunAsync(donation, new Money(refund.AmountMinor, donation.Currency), entry, Accounts.StripeBalance, booked.Id, refund.StripeRefundId, cancel);
        // A refund that was made before the dispute began, and that we hear of after the dispute was lost.
        if (donation.Status != DonationStatus.Lost)
            donation.MoveTo(donation.RefundedMinor == donation.AmountMinor ? DonationStatus.Refunded : DonationStatus.PartlyRefunded, now, refund.StripeRefundId);
        db.Send(OutboxKinds.RefundMail, refund.Id, now);
    }

    /// <summary>The giver's bank could not take the money: it is with the platform again, which must find another way to give it back.</summary>
    private async Task ReturnAsync(Donation donation, Refund refund, BalanceTransaction returned, CancellationToken cancel)
    {
        var reference = $"refund-failed:{refund.Id}";
        if (await ledger.HasAsync(reference, cancel))
            return;
        var amount = StripeKeys.Amount(returned.Net, returned.Currency);
        await ledger.RunAsync(new LedgerEntry(LedgerReason.RefundFailed, reference, StripeKeys.Moment(returned.Created), donation.Id, donation.CampaignLines.First().CampaignId)
            .Post(Accounts.StripeBalance, amount, returned.Id)
            .Post(Accounts.Losses, -amount, refund.Id), cancel);
    }
}
