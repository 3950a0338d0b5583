using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;
using Solidarity.Domain.Meals;
using Solidarity.Domain.Partners;
using Solidarity.Payments.Transfers;

namespace Solidarity.Payments.Refunds;

/// <summary>
/// Books money that leaves a donation again, by refund or by a lost dispute: lines, totals, ledger, and what must be taken back from the partner.
/// Runs in the caller's database transaction.
/// </summary>
public sealed class GiveBack(SolidarityDb db, PostToLedger ledger, LoseMeals meals, TakeFromPartner take)
{
    /// <param name="donation">With its lines.</param>
    /// <param name="amount">What leaves. A giver's bank may take back what was refunded already: what exceeds the donation is the platform's loss.</param>
    /// <param name="entry">An empty ledger entry; it gets all postings and is posted.</param>
    /// <param name="source">The account that the money leaves from: stripe:balance, or disputes:held.</param>
    /// <param name="stripeId">The balance transaction on stripe:balance, if that is the source.</param>
    /// <param name="because">The refund or dispute, which names a partner's reversal.</param>
    /// <param name="orderId">The order it was made for, which may name meals.</param>
    public async Task RunAsync(Donation donation, Money amount, LedgerEntry entry, string source, string? stripeId, string because, CancellationToken cancel, Guid? orderId = null)
    {
        var back = new Money(Math.Min(amount.Minor, donation.AmountMinor - donation.RefundedMinor), amount.Currency);
        entry.Post(source, -amount, stripeId).Post(Accounts.Losses, amount - back, because);
        var parts = back.IsPositive ? await FromLinesAsync(donation, back, entry, because, orderId, cancel) : [];
        await ledger.RunAsync(entry, cancel);
        foreach (var (line, part) in parts.Where(p => p.Line is { Kind: LineKind.Gift, CampaignId: not null }))
            await UncountAsync(line, part, cancel);
    }

    /// <summary>Stripe's dashboard names no line: what is given back is taken from all lines alike. An order for meals takes their price from the gift.</summary>
    internal static List<(DonationLine Line, Money Part)> PartsOf(Donation donation, Money amount, bool ofMeals = false)
    {
        var lines = donation.Lines.OrderBy(l => l.Kind).ToList();
        return [.. lines.Zip(amount.Split([.. lines.Select(l => ofMeals && l.Kind != LineKind.Gift ? 0 : l.AmountMinor - l.RefundedMinor)]))];
    }

    /// <summary>The recipient's share of what remains.</summary>
    /// <param name="refunded">Of the lines for the campaign, in minor units.</param>
    internal static Money KeptOf(Transfer transfer, Donation donation, long refunded) =>
        transfer.Amount.Split(donation.CampaignLines.Sum(l => l.AmountMinor) - refunded, refunded)[0];

    private async Task<List<(DonationLine Line, Money Part)>> FromLinesAsync(Donation donation, Money amount, LedgerEntry entry, string because, Guid? orderId, CancellationToken cancel)
    {
        var ofMeals = await meals.PriceAsync(orderId, cancel) == amount.Minor && donation.Lines.Exists(l => l.Kind == LineKind.Gift && l.AmountMinor - l.RefundedMinor >= amount.Minor);
        var parts = PartsOf(donation, amount, ofMeals);
        foreach (var (line, part) in parts)
        {
            line.RefundedMinor += part.Minor;
            if (line.CampaignId is null)
                entry.Post(Accounts.Tips, part, because);
        }

        donation.RefundedMinor += amount.Minor;
        await meals.RunAsync(donation, because, cancel);
        foreach (var campaign in parts.Where(p => p.Line.CampaignId is not null).GroupBy(p => p.Line.CampaignId!.Value))
        {
            var part = new Money(campaign.Sum(p => p.Part.Minor), amount.Currency);
            entry.Post(Accounts.Campaign(campaign.Key), part, because);
            var takenBack = await TakeBackAsync(donation, campaign.Key, because, cancel);
            // What the recipient never got, because it carried Stripe's fee, Stripe keeps: the platform's loss.
            entry.Post(Accounts.Campaign(campaign.Key), takenBack - part, because).Post(Accounts.Losses, part - takenBack, because);
        }

        return parts;
    }

    private async Task UncountAsync(DonationLine gift, Money part, CancellationToken cancel)
    {
        var gone = gift.RefundedMinor == gift.AmountMinor ? 1 : 0;
        await db.CampaignTotals.Where(t => t.CampaignId == gift.CampaignId).ExecuteUpdateAsync(set => set
            .SetProperty(t => t.RaisedMinor, t => t.RaisedMinor - part.Minor)
            .SetProperty(t => t.RefundedMinor, t => t.RefundedMinor + part.Minor)
            .SetProperty(t => t.Donations, t => t.Donations - gone), cancel);
    }

    /// <summary>
    /// Leaves the recipient with its share of what remains. First goes what the campaign itself holds of this gift since a refund failed;
    /// the rest is taken back from the partner by a reversal, or by calling a transfer off that was not made and has no share left.
    /// </summary>
    /// <returns>What comes back to the campaign's account, with what it holds.</returns>
    private async Task<Money> TakeBackAsync(Donation donation, Guid campaignId, string because, CancellationToken cancel)
    {
        var transfers = await db.Transfers.Where(t => t.DonationId == donation.Id && t.CampaignId == campaignId).OrderBy(t => t.Id).ToListAsync(cancel);
        if (transfers.Count == 0)
            return Money.Zero(donation.Currency);
        var held = await OwedAsync(donation, campaignId, cancel);
        var (left, keep) = (Money.Zero(donation.Currency), Money.Zero(donation.Currency));
        var surplus = new List<(Transfer Transfer, Money Back, Money Keep)>();
        foreach (var transfer in transfers)
        {
            var share = await ShareKeptAsync(donation, transfer, cancel);
            var reversals = await db.TransferReversals.Where(r => r.TransferId == transfer.Id && r.Because != ReverseTransfer.CalledOff).ToListAsync(cancel);
            var has = new Money(transfer.CalledOff ? 0 : transfer.AmountMinor - reversals.Sum(r => r.AmountMinor), donation.Currency);
            held += transfer.CalledOff ? 0 : reversals.Where(r => r.StripeReversalId is null).Sum(r => r.AmountMinor);
            (left, keep) = (left + has, keep + share);
            if (has > share)
                surplus.Add((transfer, has - share, share));
        }

        var back = left + new Money(held, donation.Currency) - keep;
        if (!back.IsPositive)
            return Money.Zero(donation.Currency);
        foreach (var (transfer, amount, share) in surplus)
            await take.RunAsync(transfer, amount, share, because, cancel);
        return back;
    }

    /// <summary>Of a gift the part that stands. Of meals those that stand, and they stand once they are eaten, whatever the giver's bank says.</summary>
    private async Task<Money> ShareKeptAsync(Donation donation, Transfer transfer, CancellationToken cancel)
    {
        if (transfer.Meals is { } all)
            return TakeFromPartner.ShareOf(transfer, await meals.StandingAsync(transfer.Id, cancel), all);
        return KeptOf(transfer, donation, donation.CampaignLines.Sum(l => l.RefundedMinor));
    }

    /// <summary>What the campaign's account owes of this gift; reversals under way are not in it yet.</summary>
    private async Task<long> OwedAsync(Donation donation, Guid campaignId, CancellationToken cancel)
    {
        var account = Accounts.Campaign(campaignId);
        return -await db.Postings.Where(p => p.Transaction.DonationId == donation.Id && p.Account.Code == account).SumAsync(p => p.AmountMinor, cancel);
    }
}
