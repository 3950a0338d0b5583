namespace Solidarity.Domain.Meals;

/// <summary>For which days or weeks a restaurant's meals can be bought now.</summary>
public static class OpenSlots
{
    /// <returns>The days, or the Mondays of the weeks, from tomorrow to the programme's last day or as far ahead as it sells; the earliest first.</returns>
    /// <param name="last">The last day that counts, if it is another than the programme's.</param>
    public static IEnumerable<DateOnly> Of(MealPartner partner, MealProgramme programme, DateOnly today, DateOnly? last = null)
    {
        var (ahead, end) = (today.AddDays(7 * programme.WeeksAhead), last ?? programme.DeliverBy);
        var open = Days(today.AddDays(1), end < ahead ? end : ahead).Where(partner.IsOpenOn);
        return partner.Per == CapacityPer.Day ? open : open.Select(Weeks.Monday).Distinct();
    }

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
            yield return day;
    }
}
