using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;

namespace Solidarity.Domain.Watching;

/// <summary>
/// What the code says of itself to whoever watches it: counts, durations, spans. Labels come from lists that are known beforehand, and never
/// hold a name, an address, a token or what one person gave.
/// </summary>
public static class Watch
{
    /// <summary>Of the meters and of the source of spans.</summary>
    public const string Name = "Solidarity";

    public static Meter Meter { get; } = new(Name);

    public static ActivitySource Source { get; } = new(Name);

    /// <summary>A value as a label: "partly_refunded".</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <summary>Adds one under a label.</summary>
    public static void One(this Counter<long> counter, string label, string value) => counter.Add(1, KeyValuePair.Create<string, object?>(label, value));

    /// <summary>Shows a counter as zero before the first: a rate is known only from the second number on.</summary>
    public static void None(this Counter<long> counter, string label, string value) => counter.Add(0, KeyValuePair.Create<string, object?>(label, value));

    /// <summary>Where the buckets of a histogram end, in seconds.</summary>
    public static InstrumentAdvice<double> Buckets(params double[] ends) => new() { HistogramBucketBoundaries = ends };
}
