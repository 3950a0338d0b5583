using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Ledger;
using Solidarity.Payments.Checkout;
using Solidarity.Payments.Refunds;
using Solidarity.Payments.Webhooks;
using Stripe;

namespace Solidarity.Payments.Reconciliation;

/// <summary>What the comparison found.</summary>
/// <param name="Compared">Stripe's balance transactions that were looked at.</param>
/// <param name="Fetched">Events that had never arrived and were taken in now.</param>
/// <param name="Differences">What is still not agreed on, one sentence each.</param>
public sealed record BooksReport(int Compared, int Fetched, IReadOnlyList<string> Differences);

/// <summary>
/// Compares Stripe's balance transactions of the last days with stripe:balance, both ways; takes in events that never arrived; books what only
/// Stripe knows of (its payouts to the platform's bank); keeps the rest as named differences.
/// </summary>
public sealed class CompareBooks(SolidarityDb db, IStripeClient stripe, ReceiveWebhook webhook, SettleDonation settle, SyncRefunds refunds, PostToLedger ledger, TimeProvider clock)
{
    /// <param name="days">How far back to look.</param>
    public async Task<BooksReport> RunAsync(int days, CancellationToken cancel)
    {
        var since = clock.GetUtcNow().AddDays(-days);
        var fetched = await FetchEventsAsync(since, cancel);
        var options = new BalanceTransactionListOptions { Limit = 100, Created = new DateRangeOptions { GreaterThanOrEqual = since.UtcDateTime }, Expand = ["data.source"] };
        var seen = new HashSet<string>();
        var differences = new List<string>();
        await foreach (var booked in new BalanceTransactionService(stripe).ListAutoPagingAsync(options, null, cancel))
        {
            seen.Add(booked.Id);
            if (await DiffersAsync(booked, cancel))
                await MendAsync(booked, cancel);
            differences.AddRange(await KeepAsync(booked.Id, await DifferenceAsync(booked, cancel), cancel));
        }

        // A day is left at the edge of the window, where clocks may differ.
        var ours = await db.Postings
            .Where(p => p.Account.Code == Accounts.StripeBalance && p.Transaction.At >= since.AddDays(1) && p.StripeId!.StartsWith("txn_"))
            .Select(p => new { p.StripeId, p.Id, p.AmountMinor, p.CurrencyCode }).ToListAsync(cancel);
        foreach (var posting in ours.Where(p => !seen.Contains(p.StripeId!)))
            differences.AddRange(await KeepAsync(posting.StripeId!, $"Posting {posting.Id} of {posting.AmountMinor} {posting.CurrencyCode} names {posting.StripeId}, which Stripe does not list.", cancel));
        return new BooksReport(seen.Count, fetched, differences);
    }

    private async Task<int> FetchEventsAsync(DateTimeOffset since, CancellationToken cancel)
    {
        var options = new EventListOptions { Limit = 100, DeliverySuccess = false, Created = new DateRangeOptions { GreaterThanOrEqual = since.UtcDateTime } };
        var missed = new List<Event>();
        await foreach (var stripeEvent in new EventService(stripe).ListAutoPagingAsync(options, null, cancel))
            missed.Add(stripeEvent);
        var fetched = 0;
        foreach (var stripeEvent in missed.AsEnumerable().Reverse())
            fetched += await webhook.StoreAsync(stripeEvent, cancel) ? 1 : 0;
        return fetched;
    }

    private async Task<bool> DiffersAsync(BalanceTransaction booked, CancellationToken cancel) => await DifferenceAsync(booked, cancel) is not null;

    private async Task<string?> DifferenceAsync(BalanceTransaction booked, CancellationToken cancel)
    {
        var currency = booked.Currency.ToUpperInvariant();
        var ids = new[] { booked.Id, booked.SourceId ?? booked.Id };
        var posted = await db.Postings.Where(p => p.Account.Code == Accounts.StripeBalance && p.CurrencyCode == currency && ids.Contains(p.StripeId)).SumAsync(p => p.AmountMinor, cancel);
        return posted == booked.Net ? null : $"Stripe booked {booked.Id} ({booked.Type} {booked.SourceId}) of {booked.Net} {currency}, we {posted}.";
    }

    private async Task MendAsync(BalanceTransaction booked, CancellationToken cancel)
    {
        switch (booked.Type)
        {
            case "charge" or "payment" when booked.Source is Charge charge && StripeKeys.DonationIn(charge.Metadata) is { } donationId:
                await settle.RunAsync(donationId, cancel);
                break;
            case "refund" or "payment_refund" when booked.Source is Refund { ChargeId: { } chargeId }:
                await refunds.RunAsync(chargeId, cancel);
                break;
            case "payout":
                await PayoutAsync(booked, cancel);
                break;
        }
    }

    private Task PayoutAsync(BalanceTransaction booked, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var reference = $"payout:{booked.Id}";
        if (await ledger.HasAsync(reference, cancel))
            return;
        var amount = StripeKeys.Amount(booked.Net, booked.Currency);
        await ledger.RunAsync(new LedgerEntry(LedgerReason.Payout, reference, StripeKeys.Moment(booked.Created))
            .Post(Accounts.StripeBalance, amount, booked.Id)
            .Post(Accounts.Bank("stripe-payouts"), -amount, booked.SourceId), cancel);
    }, cancel);

    private async Task<IEnumerable<string>> KeepAsync(string stripeId, string? what, CancellationToken cancel)
    {
        var kept = await db.Differences.SingleOrDefaultAsync(d => d.StripeId == stripeId, cancel);
        if (kept is null && what is null)
            return [];
        if (kept is null)
        {
            kept = new Difference { StripeId = stripeId, What = what!, FoundAt = clock.GetUtcNow() };
            db.Differences.Add(kept);
        }

        kept.What = what ?? kept.What;
        kept.SettledAt = what is null ? kept.SettledAt ?? clock.GetUtcNow() : null;
        await db.SaveChangesAsync(cancel);
        return what is null ? [] : [what];
    }
}
