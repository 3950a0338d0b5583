using System.Globalization;
using Solidarity.Domain;

namespace Solidarity.Web.Pages.Campaigns;

/// <summary>How long a time one bar of the chart stands for.</summary>
public enum ChartStep { Day, Week, Month, Quarter, Year }

/// <param name="From">The bar's first day.</param>
public sealed record ChartBar(DateOnly From, long Gifts, long RaisedMinor);

/// <summary>Gifts over time, drawn on the server in a box of 240 by 100.</summary>
public sealed class GiftsChart
{
    private const int MostBars = 30;

    /// <summary>Room for so many there always is: on its first days a campaign's bars are as narrow as on later ones.</summary>
    private const int FewestSlots = 7;

    private const double Width = 240;

    private GiftsChart(ChartStep step, List<ChartBar> bars)
    {
        (Step, Bars) = (step, bars);
        Best = bars.MaxBy(b => b.Gifts)!;
        Top = NiceAbove(Best.Gifts);
    }

    public ChartStep Step { get; }

    public IReadOnlyList<ChartBar> Bars { get; }

    public int Slots => Math.Max(Bars.Count, FewestSlots);

    /// <summary>First day of the last slot, which may still lie ahead.</summary>
    public DateOnly End => Enumerable.Range(Bars.Count, Slots - Bars.Count).Aggregate(Bars[^1].From, (day, _) => Next(Step, day));

    /// <summary>The bar with most gifts, the earliest of several.</summary>
    public ChartBar Best { get; }

    /// <summary>What the upper edge stands for.</summary>
    public long Top { get; }

    /// <returns>Null where nothing came in yet.</returns>
    public static GiftsChart? Of(IReadOnlyList<ChartBar> days, DateOnly first, DateOnly last)
    {
        if (days.Count == 0)
            return null;
        (first, last) = (days.Select(d => d.From).Append(first).Min(), days.Select(d => d.From).Append(last).Max());
        var step = Enum.GetValues<ChartStep>().First(s => s == ChartStep.Year || Starts(s, first, last).Count() <= MostBars);
        var sums = days.GroupBy(d => StartOf(step, d.From)).ToDictionary(g => g.Key, g => (Gifts: g.Sum(d => d.Gifts), Raised: g.Sum(d => d.RaisedMinor)));
        return new GiftsChart(step, [.. Starts(step, first, last).Select(s => new ChartBar(s, sums.GetValueOrDefault(s).Gifts, sums.GetValueOrDefault(s).Raised))]);
    }

    /// <summary>Attributes of one bar: x, y, width and height.</summary>
    public (string X, string Y, string Width, string Height) Box(int index)
    {
        var (slot, height) = (Width / Slots, 100.0 * Bars[index].Gifts / Top);
        return (Text((index + 0.125) * slot), Text(100 - height), Text(0.75 * slot), Text(height));
    }

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    private static IEnumerable<DateOnly> Starts(ChartStep step, DateOnly first, DateOnly last)
    {
        for (var day = StartOf(step, first); day <= last; day = Next(step, day))
            yield return day;
    }

    private static DateOnly StartOf(ChartStep step, DateOnly day) => step switch
    {
        ChartStep.Day => day,
        // Weeks begin on Monday in all five languages' countries (ISO 8601).
        ChartStep.Week => day.Monday(),
        ChartStep.Month => new DateOnly(day.Year, day.Month, 1),
        ChartStep.Quarter => new DateOnly(day.Year, day.Month - ((day.Month - 1) % 3), 1),
        _ => new DateOnly(day.Year, 1, 1),
    };

    private static DateOnly Next(ChartStep step, DateOnly day) => step switch
    {
        ChartStep.Day => day.AddDays(1),
        ChartStep.Week => day.AddDays(7),
        ChartStep.Month => day.AddMonths(1),
        ChartStep.Quarter => day.AddMonths(3),
        _ => day.AddYears(1),
    };

    /// <summary>The next number that reads well and has four equal parts.</summary>
    private static long NiceAbove(long most)
    {
        for (long power = 1; ; power *= 10)
        {
            foreach (var nice in (long[])[4, 8, 12, 20, 40])
            {
                if (nice * power >= most)
                    return nice * power;
            }
        }
    }
}
