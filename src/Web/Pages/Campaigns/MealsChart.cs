using System.Globalization;
using Solidarity.Domain;
using Solidarity.Domain.Meals;

namespace Solidarity.Web.Pages.Campaigns;

/// <summary>One step of the meals' way over the weeks: a strip of bars, drawn on the server in a box of 240 by 40.</summary>
/// <param name="Key">Of the texts.</param>
public sealed record MealStrip(string Key, IReadOnlyList<int> Meals);

/// <summary>Meals by week through the steps: a strip each, all at one scale, so that what was paid and what was confirmed can be compared by eye.</summary>
public sealed class MealsChart
{
    private const int MostWeeks = 26;

    /// <summary>Room for so many there always is.</summary>
    private const int FewestSlots = 7;

    private const double Width = 240;
    private const double Height = 40;

    private MealsChart(List<MealWeek> weeks, bool isCut)
    {
        (Weeks, IsCut) = (weeks, isCut);
        Strips =
        [
            new("Paid", [.. weeks.Select(w => w.Paid)]), new("Cooked", [.. weeks.Select(w => w.Cooked)]),
            new("Delivered", [.. weeks.Select(w => w.Delivered)]), new("Confirmed", [.. weeks.Select(w => w.Confirmed)]),
        ];
        Top = Math.Max(1, Strips.SelectMany(s => s.Meals).Max());
    }

    /// <summary>Every one, the empty too, the earliest first.</summary>
    public IReadOnlyList<MealWeek> Weeks { get; }

    /// <summary>There were earlier ones, which are not shown.</summary>
    public bool IsCut { get; }

    public IReadOnlyList<MealStrip> Strips { get; }

    /// <summary>What the upper edge of each strip stands for.</summary>
    public int Top { get; }

    /// <param name="kept">In the order of time.</param>
    /// <returns>Null where nothing was paid yet.</returns>
    public static MealsChart? Of(IReadOnlyList<MealWeek> kept, DateOnly last)
    {
        if (kept.Count == 0)
            return null;
        var byStart = kept.ToDictionary(w => w.Starts);
        var end = last.Monday() > kept[^1].Starts ? last.Monday() : kept[^1].Starts;
        var all = (end.DayNumber - kept[0].Starts.DayNumber) / 7 + 1;
        var first = all > MostWeeks ? end.AddDays(-7 * (MostWeeks - 1)) : kept[0].Starts;
        var weeks = Enumerable.Range(0, Math.Min(all, MostWeeks)).Select(i => first.AddDays(7 * i))
            .Select(start => byStart.GetValueOrDefault(start) ?? new MealWeek { CampaignId = kept[0].CampaignId, Starts = start }).ToList();
        return new MealsChart(weeks, all > MostWeeks);
    }

    /// <summary>Attributes of one bar: x, y, width and height.</summary>
    public (string X, string Y, string Width, string Height) Box(MealStrip strip, int index)
    {
        var (slot, height) = (Width / Math.Max(Weeks.Count, FewestSlots), Height * Math.Max(0, strip.Meals[index]) / Top);
        return (Text((index + 0.125) * slot), Text(Height - height), Text(0.75 * slot), Text(height));
    }

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
