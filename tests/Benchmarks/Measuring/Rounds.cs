namespace Solidarity.Benchmarks.Measuring;

/// <summary>One thing to measure.</summary>
/// <param name="After">What to wait for before the next is measured.</param>
internal sealed record Target(string Name, int Port, Func<byte[]> Next, Func<Task>? After = null);

/// <summary>Measures several things in turn (A B C, A B C, …), so that whatever else the machine does falls on all of them alike.</summary>
internal static class Rounds
{
    private const int Count = 7;
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(2);

    /// <summary>Until the runtime has compiled what is used often: before, the compiler has a good part of the processors. Not where the work that is left over must be waited for.</summary>
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(15);

    /// <returns>The rates of every round by name.</returns>
    public static async Task<Dictionary<string, List<double>>> RunAsync(IReadOnlyList<Target> targets)
    {
        var rates = targets.ToDictionary(t => t.Name, _ => new List<double>());
        foreach (var target in targets)
            await MeasureAsync(target, target.After is null ? Warming : Each);
        for (var round = 0; round < Count; round++)
        {
            foreach (var target in targets)
                rates[target.Name].Add(await MeasureAsync(target, Each));
        }

        return rates;
    }

    private static async Task<double> MeasureAsync(Target target, TimeSpan time)
    {
        var rate = Load.PerSecond(target.Port, target.Next, time);
        if (target.After is { } wait)
            await wait();
        return rate;
    }

    /// <summary>The median of what each round's rate is of the other's in the same round.</summary>
    public static double Share(this Dictionary<string, List<double>> rates, string name, string of) =>
        Median(rates[name].Zip(rates[of], (a, b) => a / b));

    public static double Median(this IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
