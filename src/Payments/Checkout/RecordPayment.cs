using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Campaigns;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Receipts;
using Solidarity.Domain.Updates;
using Stripe;
using Stripe.Checkout;
using Transfer = Solidarity.Domain.Partners.Transfer;

namespace Solidarity.Payments.Checkout;

/// <summary>
/// Books a charge that succeeded: state, ledger, totals, receipt and what is to be sent later, all in one database transaction.
/// The fee, and with it what is due to the partner, follows at once or when Stripe has booked it.
/// </summary>
public sealed class RecordPayment(SolidarityDb db, PostToLedger ledger, IssueReceipt receipts, FollowByGift follow, FundVouchers vouchers, ShareOut shares, Site site, TimeProvider clock)
{
    /// <exception cref="InvalidOperationException">The charge is of another amount or currency than the donation: a person must look.</exception>
    public Task RunAsync(Guid donationId, Session session, CancellationToken cancel) => db.UntilFreeAsync(() => db.InTransactionAsync(async () =>
    {
        await db.Donations.Where(d => d.Id == donationId).LockAsync(cancel);
        var donation = await db.Donations.Include(d => d.Moves).Include(d => d.Lines).ThenInclude(l => l.Campaign).SingleAsync(d => d.Id == donationId, cancel);
        var charge = session.PaymentIntent?.LatestCharge ?? throw new InvalidOperationException($"Session {session.Id} is paid, but Stripe names no charge.");
        if (StripeKeys.Amount(charge.Amount, charge.Currency) != donation.Amount)
            throw new InvalidOperationException($"Charge {charge.Id} is of {charge.Amount} {charge.Currency}, but donation {donation.Id} of {donation.Amount}.");

        if (donation.PaidAt is null)
            await PayAsync(donation, session, charge, cancel);
        if (donation.FeeMinor is null && charge.BalanceTransaction is { } booked)
            await BookFeeAsync(donation, charge, booked, cancel);
        return await db.SaveChangesAsync(cancel);
    }, cancel));

    private async Task PayAsync(Donation donation, Session session, Charge charge, CancellationToken cancel)
    {
        var (now, paidAt) = (clock.GetUtcNow(), StripeKeys.Moment(charge.Created));
        donation.SessionId = session.Id;
        donation.ChargeId = charge.Id;
        donation.PaidWith = MethodOf(charge);
        donation.MoveTo(DonationStatus.Paid, now, charge.Id, paidAt);
        await receipts.RunAsync(donation.Id, cancel);
        await follow.RunAsync(donation, cancel);
        db.Send(OutboxKinds.ReceiptMail, donation.Id, now);
        await db.SaveChangesAsync(cancel);

        // Rows that all gifts share are taken in one order by everybody: what counts meals, then accounts, then totals. Nobody waits for another in a circle.
        await vouchers.RunAsync(donation, paidAt, charge.Id, cancel);
        var campaignId = donation.CampaignLines.First().CampaignId!.Value;
        var entry = new LedgerEntry(LedgerReason.Payment, $"charge:{charge.Id}", paidAt, donation.Id, campaignId)
            .Post(Accounts.StripeBalance, donation.Amount, charge.BalanceTransactionId ?? charge.Id);
        foreach (var line in donation.Lines)
            entry.Post(line.CampaignId is { } campaign ? Accounts.Campaign(campaign) : Accounts.Tips, -AmountOf(donation, line.AmountMinor), charge.Id);
        var transaction = await ledger.RunAsync(entry, cancel);
        foreach (var line in donation.Lines)
            line.PaidTransactionId = transaction!.Id;
        foreach (var gift in donation.Lines.Where(l => l.Kind == LineKind.Gift))
            await CountAsync(gift, site.DayOf(paidAt), cancel);
    }

    private async Task CountAsync(DonationLine gift, DateOnly day, CancellationToken cancel)
    {
        await db.CampaignTotals.Where(t => t.CampaignId == gift.CampaignId).ExecuteUpdateAsync(set => set
            .SetProperty(t => t.RaisedMinor, t => t.RaisedMinor + gift.AmountMinor)
            .SetProperty(t => t.Donations, t => t.Donations + 1), cancel);
        var counted = await db.CampaignDays.Where(d => d.CampaignId == gift.CampaignId && d.Day == day).ExecuteUpdateAsync(set => set
            .SetProperty(d => d.RaisedMinor, d => d.RaisedMinor + gift.AmountMinor)
            .SetProperty(d => d.Donations, d => d.Donations + 1), cancel);
        if (counted == 0)
            db.CampaignDays.Add(new CampaignDay { CampaignId = gift.CampaignId!.Value, Day = day, RaisedMinor = gift.AmountMinor, Donations = 1 });
    }

    private async Task BookFeeAsync(Donation donation, Charge charge, BalanceTransaction booked, CancellationToken cancel)
    {
        var fee = StripeKeys.Amount(booked.Fee, booked.Currency);
        if (fee.Currency != donation.Currency)
            throw new InvalidOperationException($"Stripe settled charge {charge.Id} in {fee.Currency}: campaigns must use a currency that the Stripe account settles in.");
        donation.FeeMinor = fee.Minor;
        var campaign = donation.CampaignLines.First().Campaign!;
        var carried = CarriedByRecipient(donation, campaign.FeeBearer, fee);
        await ledger.RunAsync(new LedgerEntry(LedgerReason.Fee, $"fee:{charge.Id}", StripeKeys.Moment(booked.Created), donation.Id, campaign.Id)
            .Post(Accounts.StripeBalance, -fee, booked.Id)
            .Post(Accounts.StripeFees, fee - carried, booked.Id)
            .Post(Accounts.Campaign(campaign.Id), carried, booked.Id), cancel);

        var due = AmountOf(donation, donation.CampaignLines.Sum(l => l.AmountMinor)) - carried;
        if (!due.IsPositive)
            return;
        foreach (var share in (await shares.RunAsync(donation, campaign, due, cancel)).Where(s => s.Amount.IsPositive))
            await PassOnAsync(donation, campaign, share, charge, cancel);
    }

    private async Task PassOnAsync(Donation donation, Campaign campaign, GiftShare share, Charge charge, CancellationToken cancel)
    {
        var (partnerId, due) = (share.PartnerId, share.Amount);
        var now = clock.GetUtcNow();
        var reference = partnerId == campaign.PartnerId ? $"due:{charge.Id}" : $"due:{charge.Id}:{partnerId:N}";
        var transfer = new Transfer
        {
            Id = Guid.CreateVersion7(now),
            PartnerId = partnerId,
            CampaignId = campaign.Id,
            DonationId = donation.Id,
            AmountMinor = due.Minor,
            CurrencyCode = due.Currency.Code,
            ChargeId = charge.Id,
            CreatedAt = now,
            Meals = share.Meals,
        };
        db.Transfers.Add(transfer);
        if (share.Meals is not null)
        {
            await db.SaveChangesAsync(cancel);
            await db.MealVouchers.Where(v => v.DonationId == donation.Id && v.MealPartner.PartnerId == partnerId).ExecuteUpdateAsync(set => set.SetProperty(v => v.TransferId, transfer.Id), cancel);
        }

        db.Send(OutboxKinds.Transfer, transfer.Id, now);
        await ledger.RunAsync(new LedgerEntry(LedgerReason.Due, reference, now, donation.Id, campaign.Id)
            .Post(Accounts.Campaign(campaign.Id), due, charge.Id)
            .Post(Accounts.Partner(partnerId), -due, charge.Id), cancel);
    }

    /// <summary>
    /// The part of the fee that comes out of what the recipient gets: none; its share by amount, the platform carrying the share of its tip;
    /// or all of it, where the giver added fees for all of it.
    /// </summary>
    private static Money CarriedByRecipient(Donation donation, FeeBearer bearer, Money fee)
    {
        if (bearer == FeeBearer.Platform || fee.IsZero)
            return Money.Zero(fee.Currency);
        var total = donation.CampaignLines.Sum(l => l.AmountMinor);
        var added = donation.Lines.Any(l => l.Kind == LineKind.Fees);
        var share = added ? fee : fee.Split(total, donation.AmountMinor - total)[0];
        return share.Minor > total ? AmountOf(donation, total) : share;
    }

    private static Money AmountOf(Donation donation, long minor) => new(minor, donation.Currency);

    private static string? MethodOf(Charge charge) => charge.PaymentMethodDetails switch
    {
        { Card: { } card } => $"{BrandOf(card.Brand)} •••• {card.Last4}",
        { SepaDebit: { } debit } => $"SEPA •••• {debit.Last4}",
        { Type: { } type } => type,
        _ => null,
    };

    private static string BrandOf(string? brand) => brand switch
    {
        "visa" => "Visa",
        "mastercard" => "Mastercard",
        "amex" => "American Express",
        "cartes_bancaires" => "CB",
        { Length: > 0 } other => char.ToUpperInvariant(other[0]) + other[1..],
        _ => "",
    };
}
