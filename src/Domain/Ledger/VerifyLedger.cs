using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;

namespace Solidarity.Domain.Ledger;

/// <summary>What a check of the books found.</summary>
/// <param name="Transactions">How many were checked.</param>
/// <param name="Postings">How many were checked.</param>
/// <param name="Faults">One sentence a fault, naming the row; empty when everything agrees.</param>
public sealed record LedgerReport(long Transactions, long Postings, IReadOnlyList<string> Faults);

/// <summary>Recomputes every balance and total from the postings and compares them with what is kept.</summary>
public sealed class VerifyLedger(SolidarityDb db)
{
    private const int MostFaults = 100;

    public async Task<LedgerReport> RunAsync(CancellationToken cancel)
    {
        // One snapshot: a payment that comes in meanwhile is either wholly seen or not at all.
        return await db.InSnapshotAsync(async () =>
        {
            List<string> faults = [.. await TransactionsAsync(cancel), .. await AccountsAsync(cancel), .. await DonationsAsync(cancel), .. await CampaignsAsync(cancel), .. await db.MealFaultsAsync(cancel)];
            return new LedgerReport(await db.LedgerTransactions.LongCountAsync(cancel), await db.Postings.LongCountAsync(cancel), faults);
        }, cancel);
    }

    private async Task<IEnumerable<string>> TransactionsAsync(CancellationToken cancel)
    {
        var unbalanced = await db.Postings.GroupBy(p => new { p.TransactionId, p.CurrencyCode })
            .Select(g => new { g.Key.TransactionId, g.Key.CurrencyCode, Sum = g.Sum(p => p.AmountMinor) })
            .Where(g => g.Sum != 0).OrderBy(g => g.TransactionId).Take(MostFaults).ToListAsync(cancel);
        var rows = new List<string>();
        foreach (var fault in unbalanced)
        {
            var postings = await db.Postings.Where(p => p.TransactionId == fault.TransactionId)
                .Select(p => new { p.Id, p.Account.Code, p.AmountMinor, p.CurrencyCode, p.Transaction.Reference }).ToListAsync(cancel);
            var listed = string.Join("; ", postings.Select(p => $"posting {p.Id} {p.Code} {Text(p.AmountMinor, p.CurrencyCode)}"));
            rows.Add($"Transaction {fault.TransactionId} ({postings[0].Reference}) does not balance: the sum is {Text(fault.Sum, fault.CurrencyCode)}. {listed}");
        }

        // Such rows come from outside: the code posts and seals in one transaction.
        var open = await db.LedgerTransactions.Where(t => !t.Sealed || t.Postings.Count < 2).OrderBy(t => t.Id).Take(MostFaults)
            .Select(t => new { t.Id, t.Reference }).ToListAsync(cancel);
        return rows.Concat(open.Select(t => $"Transaction {t.Id} ({t.Reference}) is not sealed or has fewer than two postings."));
    }

    private async Task<IEnumerable<string>> AccountsAsync(CancellationToken cancel)
    {
        var accounts = await db.LedgerAccounts
            .Select(a => new { a.Id, a.Code, a.CurrencyCode, a.BalanceMinor, Sum = db.Postings.Where(p => p.AccountId == a.Id).Sum(p => p.AmountMinor) })
            .Where(a => a.Sum != a.BalanceMinor).OrderBy(a => a.Id).Take(MostFaults).ToListAsync(cancel);
        var foreign = await db.Postings.Where(p => p.CurrencyCode != p.Account.CurrencyCode).OrderBy(p => p.Id).Take(MostFaults).Select(p => p.Id).ToListAsync(cancel);
        return accounts.Select(a => $"Account {a.Id} ({a.Code}) keeps {Text(a.BalanceMinor, a.CurrencyCode)}, but its postings sum to {Text(a.Sum, a.CurrencyCode)}.")
            .Concat(foreign.Select(id => $"Posting {id} has another currency than its account."));
    }

    private async Task<IEnumerable<string>> DonationsAsync(CancellationToken cancel)
    {
        // What a giver's charge put on our balance is what the donation says, and its lines add up to it.
        var payments = await db.LedgerTransactions.Where(t => t.Reason == LedgerReason.Payment)
            .Select(t => new { t.Id, t.Reference, t.DonationId, Got = t.Postings.Where(p => p.Account.Code == Accounts.StripeBalance).Sum(p => p.AmountMinor) })
            .Join(db.Donations, t => t.DonationId, d => d.Id, (t, d) => new { t.Id, t.Reference, t.Got, d.AmountMinor })
            .Where(t => t.Got != t.AmountMinor).OrderBy(t => t.Id).Take(MostFaults).ToListAsync(cancel);
        var lines = await db.Donations.Where(d => d.AmountMinor != d.Lines.Sum(l => l.AmountMinor) || d.RefundedMinor != d.Lines.Sum(l => l.RefundedMinor))
            .OrderBy(d => d.Id).Take(MostFaults).Select(d => d.Id).ToListAsync(cancel);
        var unpaid = new[] { DonationStatus.Started, DonationStatus.Processing, DonationStatus.Failed, DonationStatus.Expired };
        var posted = await db.Donations
            .Select(d => new { d.Id, d.Status, Paid = !unpaid.Contains(d.Status), Payments = db.LedgerTransactions.Count(t => t.DonationId == d.Id && t.Reason == LedgerReason.Payment) })
            .Where(d => d.Payments != (d.Paid ? 1 : 0)).OrderBy(d => d.Id).Take(MostFaults).ToListAsync(cancel);
        var unreceipted = await db.Donations.Where(d => !unpaid.Contains(d.Status) && !db.Receipts.Any(r => r.DonationId == d.Id))
            .OrderBy(d => d.Id).Take(MostFaults).Select(d => d.Id).ToListAsync(cancel);
        return payments.Select(t => $"Transaction {t.Id} ({t.Reference}) put {t.Got} on {Accounts.StripeBalance}, but the donation is of {t.AmountMinor}.")
            .Concat(lines.Select(id => $"Donation {id}: its lines do not add up to it."))
            .Concat(posted.Select(d => $"Donation {d.Id} is {d.Status}, but {d.Payments} payments are posted for it."))
            .Concat(unreceipted.Select(id => $"Donation {id} counts as paid, but has no receipt."));
    }

    private async Task<IEnumerable<string>> CampaignsAsync(CancellationToken cancel)
    {
        var without = await db.Campaigns.Where(c => !db.CampaignTotals.Any(t => t.CampaignId == c.Id)).OrderBy(c => c.Slug).Take(MostFaults).Select(c => c.Slug).ToListAsync(cancel);
        return without.Select(slug => $"Campaign {slug} has no totals.")
            .Concat(await GiftsAsync(cancel)).Concat(await DaysAsync(cancel)).Concat(await PassedOnAsync(cancel));
    }

    private async Task<IEnumerable<string>> GiftsAsync(CancellationToken cancel)
    {
        var paid = db.DonationLines.Where(l => l.Kind == LineKind.Gift && l.PaidTransactionId != null);
        var campaigns = await db.CampaignTotals.Join(db.Campaigns, t => t.CampaignId, c => c.Id, (t, c) => new
        {
            c.Slug,
            t.RaisedMinor,
            t.Donations,
            t.RefundedMinor,
            Raised = paid.Where(l => l.CampaignId == c.Id).Sum(l => l.AmountMinor - l.RefundedMinor),
            Count = paid.Count(l => l.CampaignId == c.Id && l.RefundedMinor < l.AmountMinor),
            Refunded = paid.Where(l => l.CampaignId == c.Id).Sum(l => l.RefundedMinor),
        }).Where(c => c.Raised != c.RaisedMinor || c.Count != c.Donations || c.Refunded != c.RefundedMinor).OrderBy(c => c.Slug).Take(MostFaults).ToListAsync(cancel);
        return campaigns.Select(c =>
            $"Campaign {c.Slug} shows {c.RaisedMinor} raised in {c.Donations} gifts and {c.RefundedMinor} given back, but its lines say {c.Raised} in {c.Count} and {c.Refunded}.");
    }

    /// <summary>Days tell what came in; what was given back later is not taken out of them.</summary>
    private async Task<IEnumerable<string>> DaysAsync(CancellationToken cancel)
    {
        var paid = db.DonationLines.Where(l => l.Kind == LineKind.Gift && l.PaidTransactionId != null);
        var campaigns = await db.Campaigns.Select(c => new
        {
            c.Slug,
            Kept = db.CampaignDays.Where(d => d.CampaignId == c.Id).Sum(d => d.RaisedMinor),
            KeptGifts = db.CampaignDays.Where(d => d.CampaignId == c.Id).Sum(d => d.Donations),
            Came = paid.Where(l => l.CampaignId == c.Id).Sum(l => l.AmountMinor),
            CameGifts = (long)paid.Count(l => l.CampaignId == c.Id),
        }).Where(c => c.Kept != c.Came || c.KeptGifts != c.CameGifts).OrderBy(c => c.Slug).Take(MostFaults).ToListAsync(cancel);
        return campaigns.Select(c => $"Campaign {c.Slug} shows {c.Kept} in {c.KeptGifts} gifts by days, but its lines say {c.Came} in {c.CameGifts}.");
    }

    private async Task<IEnumerable<string>> PassedOnAsync(CancellationToken cancel)
    {
        var campaigns = await db.CampaignTotals.Join(db.Campaigns, t => t.CampaignId, c => c.Id, (t, c) => new
        {
            c.Slug,
            t.PassedOnMinor,
            Made = db.Transfers.Where(m => m.CampaignId == c.Id && m.MadeAt != null).Sum(m => m.AmountMinor - m.ReversedMinor),
        }).Where(c => c.Made != c.PassedOnMinor).OrderBy(c => c.Slug).Take(MostFaults).ToListAsync(cancel);
        return campaigns.Select(c => $"Campaign {c.Slug} shows {c.PassedOnMinor} passed on, but its transfers say {c.Made}.");
    }

    /// <summary>Never throws: a currency that was changed by hand is a fault to report.</summary>
    private static string Text(long minor, string code) =>
        Currency.TryOf(code, out var currency) ? new Money(minor, currency).ToString() : $"{code} {minor.ToString(CultureInfo.InvariantCulture)} minor units";
}
