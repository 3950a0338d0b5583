namespace Solidarity.Domain;

/// <summary>Weeks as ISO 8601 has them: from Monday to Sunday.</summary>
public static class Weeks
{
    /// <summary>The Monday of that day's week.</summary>
    public static DateOnly Monday(this DateOnly day) => day.AddDays(-day.PlaceInWeek());

    /// <summary>0 for a Monday, 6 for a Sunday.</summary>
    public static int PlaceInWeek(this DateOnly day) => ((int)day.DayOfWeek + 6) % 7;
}
