using Solidarity.Web.Pages.Campaigns;

namespace Solidarity.App.Tests.Campaigns;

public class GiftsChartTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    [Theory]
    [InlineData(1, ChartStep.Day)]
    [InlineData(30, ChartStep.Day)]
    [InlineData(31, ChartStep.Week)]
    [InlineData(365, ChartStep.Month)]
    [InlineData(2000, ChartStep.Quarter)]
    [InlineData(4000, ChartStep.Year)]
    public void There_are_never_too_many_bars(int days, ChartStep step)
    {
        var chart = GiftsChart.Of([new ChartBar(First, 3, 7500)], First, First.AddDays(days - 1))!;
        Assert.Equal(step, chart.Step);
        Assert.InRange(chart.Bars.Count, 1, 30);
    }

    [Fact]
    public void Every_gift_stands_in_one_bar()
    {
        List<ChartBar> days = [.. Enumerable.Range(0, 200).Select(i => new ChartBar(First.AddDays(i), i % 7, 100 * i))];
        var chart = GiftsChart.Of(days, First.AddDays(10), First.AddDays(20))!;
        Assert.Equal(days.Sum(d => d.Gifts), chart.Bars.Sum(b => b.Gifts));
        Assert.Equal(days.Sum(d => d.RaisedMinor), chart.Bars.Sum(b => b.RaisedMinor));
        Assert.Equal(chart.Bars.Max(b => b.Gifts), chart.Best.Gifts);
        Assert.True(chart.Top >= chart.Best.Gifts);
    }

    [Fact]
    public void The_first_day_is_a_narrow_bar_and_no_day_stands_at_both_ends()
    {
        var chart = GiftsChart.Of([new ChartBar(First, 3, 7500)], First, First)!;
        Assert.Single(chart.Bars);
        Assert.Equal(First.AddDays(6), chart.End);
        Assert.True(double.Parse(chart.Box(0).Width, System.Globalization.CultureInfo.InvariantCulture) < 30);
    }

    [Fact]
    public void Without_gifts_there_is_no_chart() => Assert.Null(GiftsChart.Of([], First, First));
}
