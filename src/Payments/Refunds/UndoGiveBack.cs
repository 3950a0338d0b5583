using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Ledger;

namespace Solidarity.Payments.Refunds;

/// <summary>
/// Undoes what <see cref="GiveBack"/> booked for a refund that failed: the gift stands again. What had been taken back from the partner is not
/// transferred anew; the campaign holds it, and another refund takes it from there. Runs in the caller's database transaction.
/// </summary>
public sealed class UndoGiveBack(SolidarityDb db, PostToLedger ledger)
{
    /// <param name="donation">With its lines.</param>
    /// <param name="reference">Of the ledger transaction to undo.</param>
    /// <param name="entry">An empty ledger entry; it gets all postings and is posted.</param>
    /// <param name="returned">What came back to stripe:balance; if it is not all that had left, the rest is the platform's loss.</param>
    /// <param name="stripeId">The balance transaction that brought it.</param>
    /// <param name="because">The refund.</param>
    /// <returns>What is owed to the campaign again.</returns>
    public async Task<Money> RunAsync(Donation donation, string reference, LedgerEntry entry, Money returned, string stripeId, string because, CancellationToken cancel)
    {
        var booked = await db.Postings.Where(p => p.Transaction.Reference == reference).Select(p => new Booked(p.Account.Code, p.AmountMinor)).ToListAsync(cancel);
        var rest = -returned;
        foreach (var account in booked.Where(b => b.Account != Accounts.StripeBalance).GroupBy(b => b.Account))
        {
            var sum = new Money(account.Sum(b => b.Minor), returned.Currency);
            entry.Post(account.Key, -sum, because);
            rest += sum;
        }

        await ledger.RunAsync(entry.Post(Accounts.StripeBalance, returned, stripeId).Post(Accounts.Losses, rest, because), cancel);
        return await RestoreAsync(donation, booked, cancel);
    }

    /// <summary>The tip's part and the campaign's stand in the postings; the campaign's is split among its lines as they were refunded.</summary>
    private async Task<Money> RestoreAsync(Donation donation, List<Booked> booked, CancellationToken cancel)
    {
        var held = Money.Zero(donation.Currency);
        foreach (var lines in donation.Lines.GroupBy(l => l.CampaignId))
        {
            var account = lines.Key is { } campaign ? Accounts.Campaign(campaign) : Accounts.Tips;
            // On a campaign's account the gift's part stands positive, and what the partner does not give back of it negative.
            var part = new Money(booked.Where(b => b.Account == account && b.Minor > 0).Sum(b => b.Minor), donation.Currency);
            if (!part.IsPositive)
                continue;
            var parts = part.Split([.. lines.Select(l => l.RefundedMinor)]);
            foreach (var (line, back) in lines.Zip(parts))
                await RestoreAsync(line, back, cancel);
            donation.RefundedMinor -= part.Minor;
            if (lines.Key is not null)
                held += new Money(booked.Where(b => b.Account == account).Sum(b => b.Minor), donation.Currency);
        }

        return held;
    }

    private async Task RestoreAsync(DonationLine line, Money back, CancellationToken cancel)
    {
        var again = back.IsPositive && line.RefundedMinor == line.AmountMinor ? 1 : 0;
        line.RefundedMinor -= back.Minor;
        if (line.Kind != LineKind.Gift)
            return;
        await db.CampaignTotals.Where(t => t.CampaignId == line.CampaignId).ExecuteUpdateAsync(set => set
            .SetProperty(t => t.RaisedMinor, t => t.RaisedMinor + back.Minor)
            .SetProperty(t => t.RefundedMinor, t => t.RefundedMinor - back.Minor)
            .SetProperty(t => t.Donations, t => t.Donations + again), cancel);
    }

    private sealed record Booked(string Account, long Minor);
}
