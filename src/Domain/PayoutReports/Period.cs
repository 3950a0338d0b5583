namespace Solidarity.Domain.PayoutReports;

/// <summary>How the days of a report were chosen.</summary>
public enum PeriodKind
{
    /// <summary>Monday to Sunday.</summary>
    Week,
    Month,
    /// <summary>Two days that somebody chose.</summary>
    Own,
}

/// <summary>The days that a report is about, in the site's time zone.</summary>
/// <param name="Until">The last day, included.</param>
public sealed record Period(PeriodKind Kind, DateOnly From, DateOnly Until)
{
    public const int MostDays = 366;

    public static Period WeekOf(DateOnly day)
    {
        var monday = day.Monday();
        return new Period(PeriodKind.Week, monday, monday.AddDays(6));
    }

    public static Period MonthOf(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return new Period(PeriodKind.Month, first, first.AddMonths(1).AddDays(-1));
    }

    /// <summary>The last week and the last month that were over when that day began.</summary>
    public static IReadOnlyList<Period> OverBefore(DateOnly day) =>
        [WeekOf(WeekOf(day).From.AddDays(-1)), MonthOf(MonthOf(day).From.AddDays(-1))];

    /// <summary>A week or month where the days make one, else the days alone.</summary>
    public static Period Between(DateOnly from, DateOnly until)
    {
        var own = new Period(PeriodKind.Own, from, until);
        return Array.Find([WeekOf(from), MonthOf(from)], p => p with { Kind = PeriodKind.Own } == own) ?? own;
    }

    public DateTimeOffset Begins(Site site) => site.BeginningOf(From);

    /// <summary>The first moment that is no longer in it.</summary>
    public DateTimeOffset Ends(Site site) => site.BeginningOf(Until.AddDays(1));
}
