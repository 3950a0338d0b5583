namespace Solidarity.Domain.Tests;

public class SiteTests
{
    [Theory]
    [InlineData("2026-03-28T23:30:00Z", "2026-03-29")] // the night the clocks go forward
    [InlineData("2026-07-01T21:59:59Z", "2026-07-01")]
    [InlineData("2026-07-01T22:00:00Z", "2026-07-02")]
    [InlineData("2026-12-31T22:59:59Z", "2026-12-31")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01")]
    public void A_day_is_the_day_in_the_sites_own_place(string moment, string day) =>
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Seed.Site.DayOf(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-01-01T00:00", "2025-12-31T23:00:00Z")]
    [InlineData("2026-07-01T08:30", "2026-07-01T06:30:00Z")]
    [InlineData("2026-03-29T02:30", "2026-03-29T01:30:00Z")] // leapt over: half past three
    [InlineData("2026-10-25T02:30", "2026-10-25T01:30:00Z")] // comes twice
    public void A_time_on_the_wall_is_the_sites_own(string local, string moment) =>
        Assert.Equal(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), Seed.Site.MomentOf(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Pages_stand_below_the_public_address() => Assert.Equal("https://give.example.org/gifts/abc", Seed.Site.GiftPage("abc").ToString());
}
