using Solidarity.Jobs.Checkout;
using Solidarity.Jobs.Ledger;
using Solidarity.Jobs.Meals;
using Solidarity.Jobs.Messages;
using Solidarity.Jobs.Moderation;
using Solidarity.Jobs.PayoutReports;
using Solidarity.Jobs.Payouts;
using Solidarity.Jobs.Pictures;
using Solidarity.Jobs.Receipts;
using Solidarity.Jobs.Records;
using Solidarity.Jobs.Updates;

namespace Solidarity.Jobs;

/// <summary>When a job runs: every so often, or once a day at an hour of the site's time zone.</summary>
/// <param name="OnEachNode">What is taken by lease: every node that runs jobs does its part of it. Anything else comes once for all nodes together.</param>
public sealed record Rhythm(TimeSpan? Every, TimeOnly? DailyAt, bool OnEachNode = false)
{
    public static Rhythm SecondsOnEachNode(int seconds) => new(TimeSpan.FromSeconds(seconds), null, OnEachNode: true);

    public static Rhythm Seconds(int seconds) => new(TimeSpan.FromSeconds(seconds), null);

    public static Rhythm Daily(int hour, int minute) => new(null, new TimeOnly(hour, minute));
}

/// <summary>Work that happens by itself. Knows nothing of the engine that wakes it; runs once at a time, on a node or on all of them.</summary>
public interface IJob
{
    Task RunAsync(CancellationToken cancel);
}

/// <summary>Every job and its hour.</summary>
public static class Schedule
{
    public static IReadOnlyList<(Type Job, Rhythm Rhythm)> All { get; } =
    [
        // The first three are also woken at once by whatever puts a message in; the rhythm is for retries and for what another node left.
        (typeof(ProcessInbox), Rhythm.SecondsOnEachNode(2)),
        (typeof(ProcessOutbox), Rhythm.SecondsOnEachNode(2)),
        (typeof(SendMailings), Rhythm.SecondsOnEachNode(2)),
        (typeof(PublishDueUpdates), Rhythm.Seconds(20)),
        (typeof(ChaseOpenCheckouts), Rhythm.Seconds(60)),
        (typeof(SettleShortages), Rhythm.Seconds(60)),
        (typeof(TellWaiting), Rhythm.Seconds(60)),
        (typeof(SendCards), Rhythm.Seconds(300)),
        (typeof(CompareWithStripe), Rhythm.Daily(3, 10)),
        (typeof(CatchUpWithPayouts), Rhythm.Daily(3, 25)),
        (typeof(VerifyBooks), Rhythm.Daily(3, 40)),
        (typeof(ForgetTheOld), Rhythm.Daily(4, 10)),
        (typeof(ForgetReceiptGivers), Rhythm.Daily(4, 20)),
        (typeof(ForgetOldGifts), Rhythm.Daily(4, 25)),
        (typeof(ForgetLogos), Rhythm.Daily(4, 30)),
        (typeof(ForgetLostPictures), Rhythm.Daily(4, 35)),
        // After the payouts of the night have been asked for.
        (typeof(MakePayoutReports), Rhythm.Daily(5, 30)),
        (typeof(ApplyMealRules), Rhythm.Daily(6, 15)),
        (typeof(TellModerators), Rhythm.Daily(7, 30)),
        (typeof(RemindWards), Rhythm.Daily(9, 0)),
    ];
}
