using System.Globalization;
using Solidarity.Domain.PayoutReports;

namespace Solidarity.Domain.Tests.PayoutReports;

public class PeriodTests
{
    private static readonly Site Brussels = new() { PublicUrl = new Uri("https://give.example.org") };

    [Theory]
    [InlineData("2026-11-23", "2026-11-16", "2026-11-22", "2026-10-01", "2026-10-31")] // a Monday
    [InlineData("2026-11-22", "2026-11-09", "2026-11-15", "2026-10-01", "2026-10-31")] // a Sunday
    [InlineData("2027-01-01", "2026-12-21", "2026-12-27", "2026-12-01", "2026-12-31")]
    [InlineData("2028-03-01", "2028-02-21", "2028-02-27", "2028-02-01", "2028-02-29")]
    public void The_last_week_and_month_that_are_over(string day, string monday, string sunday, string first, string last) => Assert.Equal(
        [new Period(PeriodKind.Week, DateOnly.Parse(monday, CultureInfo.InvariantCulture), DateOnly.Parse(sunday, CultureInfo.InvariantCulture)), new Period(PeriodKind.Month, DateOnly.Parse(first, CultureInfo.InvariantCulture), DateOnly.Parse(last, CultureInfo.InvariantCulture))], Period.OverBefore(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-11-16", "2026-11-22", PeriodKind.Week)]
    [InlineData("2026-11-17", "2026-11-23", PeriodKind.Own)]
    [InlineData("2026-11-01", "2026-11-30", PeriodKind.Month)]
    [InlineData("2026-11-02", "2026-11-30", PeriodKind.Own)]
    public void Days_that_make_a_week_or_a_month_are_one(string from, string until, PeriodKind kind) => Assert.Equal(kind, Period.Between(DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(until, CultureInfo.InvariantCulture)).Kind);

    [Fact]
    public void A_week_with_the_change_of_clocks_has_an_hour_more()
    {
        var week = Period.WeekOf(new DateOnly(2026, 10, 25));
        Assert.Equal(TimeSpan.FromHours((7 * 24) + 1), week.Ends(Brussels) - week.Begins(Brussels));
    }
}
