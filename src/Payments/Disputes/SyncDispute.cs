using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Payments.Checkout;
using Solidarity.Payments.Refunds;
using Stripe;
using Dispute = Stripe.Dispute;

namespace Solidarity.Payments.Disputes;

/// <summary>Brings a dispute up to what Stripe says: money held back, given again, or gone for good.</summary>
public sealed class SyncDispute(SolidarityDb db, IStripeClient stripe, FindPaidDonation find, PostToLedger ledger, GiveBack giveBack, TimeProvider clock)
{
    private const string Lost = "lost";

    public async Task RunAsync(string disputeId, CancellationToken cancel)
    {
        var dispute = await new DisputeService(stripe).GetAsync(disputeId, null, null, cancel);
        if (dispute.ChargeId is { } chargeId && await find.RunAsync(chargeId, cancel))
            await db.InTransactionAsync(() => SyncAsync(dispute, cancel), cancel);
    }

    private async Task SyncAsync(Dispute dispute, CancellationToken cancel)
    {
        await db.Donations.Where(d => d.ChargeId == dispute.ChargeId).LockAsync(cancel);
        var donation = await db.Donations.Include(d => d.Lines).Include(d => d.Moves).SingleAsync(d => d.ChargeId == dispute.ChargeId, cancel);
        var now = clock.GetUtcNow();
        var ours = await db.Disputes.SingleOrDefaultAsync(d => d.StripeDisputeId == dispute.Id, cancel);
        if (ours is null)
        {
            ours = new Domain.Donations.Dispute
            {
                Id = Guid.CreateVersion7(now),
                DonationId = donation.Id,
                StripeDisputeId = dispute.Id,
                AmountMinor = dispute.Amount,
                Status = dispute.Status,
                CreatedAt = StripeKeys.Moment(dispute.Created),
            };
            db.Disputes.Add(ours);
        }

        ours.Status = dispute.Status;
        foreach (var booked in (dispute.BalanceTransactions ?? []).OrderBy(b => b.Created))
            await HoldAsync(donation, dispute, booked, ours.ClosedAt is not null && dispute.Status == Lost, cancel);
        if (ours.ClosedAt is null)
            await MoveAsync(donation, dispute, ours, now, cancel);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Stripe books a withdrawal as negative and what comes back as positive; its fee for the dispute is the platform's.</summary>
    /// <param name="over">The dispute was lost and what was held given up before: what Stripe books now is the platform's own.</param>
    private async Task HoldAsync(Donation donation, Dispute dispute, BalanceTransaction booked, bool over, CancellationToken cancel)
    {
        var reference = $"dispute:{booked.Id}";
        if (await ledger.HasAsync(reference, cancel))
            return;
        var (amount, fee) = (StripeKeys.Amount(booked.Amount, booked.Currency), StripeKeys.Amount(booked.Fee, booked.Currency));
        var reason = amount.IsPositive ? LedgerReason.DisputeWon : LedgerReason.DisputeHeld;
        await ledger.RunAsync(new LedgerEntry(reason, reference, StripeKeys.Moment(booked.Created), donation.Id, donation.CampaignLines.First().CampaignId)
            .Post(Accounts.StripeBalance, amount - fee, booked.Id)
            .Post(Accounts.StripeFees, fee, booked.Id)
            .Post(over ? Accounts.Losses : Accounts.DisputesHeld, -amount, dispute.Id), cancel);
    }

    private async Task MoveAsync(Donation donation, Dispute dispute, Domain.Donations.Dispute ours, DateTimeOffset now, CancellationToken cancel)
    {
        var taken = dispute.BalanceTransactions?.Count > 0;
        if (taken && donation.Status is DonationStatus.Paid or DonationStatus.PartlyRefunded)
            donation.MoveTo(DonationStatus.Disputed, now, dispute.Id);
        switch (dispute.Status)
        {
            case "won" or "warning_closed" or "prevented":
                ours.ClosedAt = now;
                if (donation.Status == DonationStatus.Disputed && !await IsDisputedElseAsync(ours, cancel))
                    donation.MoveTo(donation.RefundedMinor > 0 ? DonationStatus.PartlyRefunded : DonationStatus.Paid, now, dispute.Id);
                break;
            case Lost:
                ours.ClosedAt = now;
                if (taken)
                    await LoseAsync(donation, dispute, ours, now, cancel);
                break;
        }
    }

    /// <summary>Gives up what was held: exactly what Stripe took for it and did not bring back, which need not be the amount in dispute.</summary>
    private async Task LoseAsync(Donation donation, Dispute dispute, Domain.Donations.Dispute ours, DateTimeOffset now, CancellationToken cancel)
    {
        var held = new Money(-dispute.BalanceTransactions!.Sum(b => b.Amount), donation.Currency);
        if (!held.IsPositive)
            return;
        var entry = new LedgerEntry(LedgerReason.DisputeLost, $"dispute-lost:{dispute.Id}", now, donation.Id, donation.CampaignLines.First().CampaignId);
        await giveBack.RunAsync(donation, held, entry, Accounts.DisputesHeld, null, dispute.Id, cancel);
        if (donation.Status != DonationStatus.Disputed)
            return;
        if (donation.RefundedMinor == donation.AmountMinor)
            donation.MoveTo(DonationStatus.Lost, now, dispute.Id);
        else if (!await IsDisputedElseAsync(ours, cancel))
            donation.MoveTo(DonationStatus.PartlyRefunded, now, DonationMove.LostPart + dispute.Id);
    }

    private Task<bool> IsDisputedElseAsync(Domain.Donations.Dispute ours, CancellationToken cancel) =>
        db.Disputes.AnyAsync(d => d.DonationId == ours.DonationId && d.Id != ours.Id && d.ClosedAt == null, cancel);
}
