using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Solidarity.Domain;
using Solidarity.Domain.Ledger;
using Solidarity.Payments.Checkout;
using Solidarity.Payments.Disputes;
using Solidarity.Payments.Refunds;
using Solidarity.Payments.Transfers;
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
/// Stripe knows of (its payouts to the platform's bank, its own fees); keeps the rest as named differences.
/// </summary>
public sealed partial class CompareBooks(
    SolidarityDb db, IStripeClient stripe, ReceiveWebhook webhook, SettleDonation settle, SyncRefunds refunds, SyncDispute disputes, MakeTransfer transfers,
    ReverseTransfer reversals, PostToLedger ledger, TimeProvider clock, ILogger<CompareBooks> log)
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
            differences.AddRange(await CompareAsync(booked, cancel));
        }

        foreach (var id in (await UnlistedAsync(since, cancel)).Where(id => !seen.Contains(id)))
            differences.AddRange(await LookUpAsync(id, cancel));
        return new BooksReport(seen.Count, fetched, differences);
    }

    /// <summary>What else must agree: our own postings of those days, and differences that were found earlier and may be settled by now.</summary>
    private async Task<List<string>> UnlistedAsync(DateTimeOffset since, CancellationToken cancel)
    {
        // A day is left at the edge of the window, where clocks may differ.
        var ours = db.Postings
            .Where(p => p.Account.Code == Accounts.StripeBalance && p.Transaction.At >= since.AddDays(1) && p.StripeId!.StartsWith("txn_")).Select(p => p.StripeId!);
        var open = db.Differences.Where(d => d.SettledAt == null).Select(d => d.StripeId);
        return await ours.Union(open).OrderBy(id => id).ToListAsync(cancel);
    }

    private async Task<IEnumerable<string>> LookUpAsync(string id, CancellationToken cancel)
    {
        try
        {
            return await CompareAsync(await new BalanceTransactionService(stripe).GetAsync(id, new BalanceTransactionGetOptions { Expand = ["source"] }, null, cancel), cancel);
        }
        catch (StripeException e) when (e.HttpStatusCode == HttpStatusCode.NotFound)
        {
            return await KeepAsync(id, $"Our postings name {id}, which Stripe does not know.", cancel);
        }
    }

    /// <summary>Compares, mends what can be mended, and keeps what is still different. What goes wrong with one must not keep the others from being compared.</summary>
    private async Task<IEnumerable<string>> CompareAsync(BalanceTransaction booked, CancellationToken cancel)
    {
        var difference = await DifferenceAsync(booked, cancel);
        try
        {
            if (difference is not null && await MendAsync(booked, cancel))
                difference = await DifferenceAsync(booked, cancel);
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            LogNotMended(booked.Id, e);
            // Another node may have mended it at the same moment.
            difference = await DifferenceAsync(booked, cancel);
        }

        return await KeepAsync(booked.Id, difference, cancel);
    }

    private async Task<int> FetchEventsAsync(DateTimeOffset since, CancellationToken cancel)
    {
        var options = new EventListOptions { Limit = 100, DeliverySuccess = false, Created = new DateRangeOptions { GreaterThanOrEqual = since.UtcDateTime } };
        var missed = new List<Event>();
        await foreach (var stripeEvent in new EventService(stripe).ListAutoPagingAsync(options, null, cancel))
            missed.Add(stripeEvent);
        var fetched = 0;
        foreach (var stripeEvent in missed.AsEnumerable().Reverse())
            fetched += await webhook.StoreAsync(stripeEvent) ? 1 : 0;
        return fetched;
    }

    private async Task<string?> DifferenceAsync(BalanceTransaction booked, CancellationToken cancel)
    {
        var currency = booked.Currency.ToUpperInvariant();
        var ids = new[] { booked.Id, booked.SourceId ?? booked.Id };
        var posted = await db.Postings.Where(p => p.Account.Code == Accounts.StripeBalance && p.CurrencyCode == currency && ids.Contains(p.StripeId)).SumAsync(p => p.AmountMinor, cancel);
        return posted == booked.Net ? null : $"Stripe booked {booked.Id} ({booked.Type} {booked.SourceId}) of {booked.Net} {currency}, we {posted}.";
    }

    /// <returns>Whether anything was tried.</returns>
    private async Task<bool> MendAsync(BalanceTransaction booked, CancellationToken cancel)
    {
        switch (booked)
        {
            case { Source: Charge charge } when StripeKeys.DonationIn(charge.Metadata) is { } donationId:
                await settle.RunAsync(donationId, cancel);
                return true;
            case { Source: Refund { ChargeId: { } chargeId } }:
                await refunds.RunAsync(chargeId, cancel);
                return true;
            case { Source: Dispute dispute }:
                await disputes.RunAsync(dispute.Id, cancel);
                return true;
            case { Source: Transfer made }:
                return await transfers.SaveMadeAsync(made, cancel);
            case { Source: TransferReversal made }:
                return await reversals.SaveMadeAsync(made, cancel);
            case { Type: "payout" or "payout_cancel" or "payout_failure" }:
                await BookAsync(booked, LedgerReason.Payout, "payout", Accounts.Bank("stripe-payouts"), cancel);
                return true;
            case { Type: "stripe_fee" }:
                await BookAsync(booked, LedgerReason.Other, "stripe-fee", Accounts.StripeFees, cancel);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Books what concerns nobody but the platform and Stripe.</summary>
    private Task BookAsync(BalanceTransaction booked, LedgerReason reason, string word, string account, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        var reference = $"{word}:{booked.Id}";
        if (await ledger.HasAsync(reference, cancel))
            return;
        var amount = StripeKeys.Amount(booked.Net, booked.Currency);
        await ledger.RunAsync(new LedgerEntry(reason, reference, StripeKeys.Moment(booked.Created))
            .Post(Accounts.StripeBalance, amount, booked.Id)
            .Post(account, -amount, booked.SourceId ?? booked.Id), cancel);
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
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (what is not null)
        {
            // Another node found it at the same moment, and keeps it.
            db.ChangeTracker.Clear();
        }

        return what is null ? [] : [what];
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The difference about {StripeId} could not be mended.")]
    private partial void LogNotMended(string stripeId, Exception exception);
}
