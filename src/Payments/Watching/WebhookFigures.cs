using System.Diagnostics.Metrics;
using Solidarity.Domain.Watching;
using Solidarity.Payments.Webhooks;

namespace Solidarity.Payments.Watching;

/// <summary>Stripe's events, as they come in.</summary>
public static class WebhookFigures
{
    /// <summary>It could not be stored, and Stripe sends it again.</summary>
    private const string NotStored = "not_stored";

    /// <summary>It never came, and the nightly comparison fetched it.</summary>
    private const string Fetched = "fetched";

    private static readonly Counter<long> Events = Watch.Meter.CreateCounter<long>(
        "solidarity.webhooks", "{event}", "Events of Stripe's, by what became of them when they came.");

    private static readonly Histogram<double> Age = Watch.Meter.CreateHistogram(
        "solidarity.webhook.age", "s", "How old events were, by Stripe's clock, when they were stored.", advice: Watch.Buckets(1, 2, 5, 15, 60, 300, 3600, 21_600, 86_400));

    public static void Count(WebhookOutcome outcome) => Events.One("outcome", Watch.Word(outcome));

    public static void CountNotStored() => Events.One("outcome", NotStored);

    public static void CountFetched(int events) => Events.Add(events, KeyValuePair.Create<string, object?>("outcome", Fetched));

    public static void Stored(TimeSpan age) => Age.Record(Math.Max(0, age.TotalSeconds));

    /// <summary>Shows every outcome from the start.</summary>
    public static void Begin()
    {
        foreach (var outcome in Enum.GetValues<WebhookOutcome>().Select(Watch.Word).Append(NotStored).Append(Fetched))
            Events.None("outcome", outcome);
    }
}
