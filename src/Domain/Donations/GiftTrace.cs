using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Donations;

/// <summary>What can happen to a gift, in the words of the API.</summary>
public enum TraceEvent
{
    Started,
    Declined,
    Processing,
    Paid,
    ReceiptSent,
    PassedOn,
    Failed,
    Expired,
    PartlyRefunded,
    Refunded,
    Disputed,
    DisputeWon,
    Lost,
}

/// <summary>One step of a gift.</summary>
/// <param name="Amount">How much, where the step moved only a part or went to somebody else.</param>
/// <param name="Who">The partner who got it, where there is one.</param>
public sealed record TraceStep(TraceEvent What, DateTimeOffset At, Money? Amount = null, string? Who = null);

/// <summary>Tells what happened to a gift and when, from the rows that were kept.</summary>
public static class GiftTrace
{
    public static async Task<List<TraceStep>> TraceAsync(this SolidarityDb db, Donation donation, CancellationToken cancel)
    {
        var currency = donation.Currency;
        var moves = await db.DonationMoves.AsNoTracking().Where(m => m.DonationId == donation.Id).OrderBy(m => m.Id).ToListAsync(cancel);
        var mailed = await db.Receipts.Where(r => r.DonationId == donation.Id).Select(r => r.MailedAt).SingleOrDefaultAsync(cancel);
        var transfers = await db.Transfers.AsNoTracking().Where(t => t.DonationId == donation.Id && t.MadeAt != null)
            .Select(t => new { t.MadeAt, t.AmountMinor, t.Partner.Name }).ToListAsync(cancel);
        var refunds = await db.Refunds.AsNoTracking().Where(r => r.DonationId == donation.Id && r.PostedAt != null).ToListAsync(cancel);

        // The refunds' own rows tell what went back, with its amount.
        var steps = moves.Where(m => !IsRefund(m)).Select(m => new TraceStep(WhatOf(m), m.At)).ToList();
        if (mailed is { } at)
            steps.Add(new TraceStep(TraceEvent.ReceiptSent, at));
        steps.AddRange(transfers.Select(t => new TraceStep(TraceEvent.PassedOn, t.MadeAt!.Value, new Money(t.AmountMinor, currency), t.Name)));
        long sum = 0;
        foreach (var refund in refunds.OrderBy(r => r.PostedAt))
        {
            sum += refund.AmountMinor;
            steps.Add(new TraceStep(sum == donation.AmountMinor ? TraceEvent.Refunded : TraceEvent.PartlyRefunded, refund.PostedAt!.Value, new Money(refund.AmountMinor, currency)));
        }

        // Stripe's clock counts whole seconds: within one, in the order in which things can happen.
        return [.. steps.OrderBy(s => s.At.ToUnixTimeSeconds()).ThenBy(s => s.What)];
    }

    /// <summary>Stripe's ids of refunds: to cards, and to bank accounts.</summary>
    private static bool IsRefund(DonationMove move) =>
        move.By.StartsWith("re_", StringComparison.Ordinal) || move.By.StartsWith("pyr_", StringComparison.Ordinal);

    private static TraceEvent WhatOf(DonationMove move) => (move.From, move.To) switch
    {
        (DonationStatus.Started, DonationStatus.Started) => move.By.StartsWith(DonationMove.Declined, StringComparison.Ordinal) ? TraceEvent.Declined : TraceEvent.Started,
        (DonationStatus.Disputed, DonationStatus.PartlyRefunded) when move.By.StartsWith(DonationMove.LostPart, StringComparison.Ordinal) => TraceEvent.Lost,
        (DonationStatus.Disputed, DonationStatus.Paid or DonationStatus.PartlyRefunded) => TraceEvent.DisputeWon,
        (_, DonationStatus.Processing) => TraceEvent.Processing,
        (_, DonationStatus.Paid) => TraceEvent.Paid,
        (_, DonationStatus.Failed) => TraceEvent.Failed,
        (_, DonationStatus.Expired) => TraceEvent.Expired,
        (_, DonationStatus.Disputed) => TraceEvent.Disputed,
        (_, DonationStatus.Lost) => TraceEvent.Lost,
        _ => TraceEvent.Started,
    };
}
