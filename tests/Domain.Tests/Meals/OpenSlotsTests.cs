using Solidarity.Domain.Meals;

namespace Solidarity.Domain.Tests.Meals;

public class OpenSlotsTests
{
    private static readonly DateOnly Wednesday = new(2026, 4, 1);

    [Fact]
    public void Days_are_those_of_the_restaurant_from_tomorrow_as_far_as_is_sold() =>
        Assert.Equal([new(2026, 4, 3), new(2026, 4, 6), new(2026, 4, 10), new(2026, 4, 13)], Slots(CapacityPer.Day, OpenDays.Monday | OpenDays.Friday, weeks: 2));

    [Fact]
    public void A_week_is_its_Monday_also_where_it_has_begun() =>
        Assert.Equal([new(2026, 3, 30), new(2026, 4, 6), new(2026, 4, 13)], Slots(CapacityPer.Week, (OpenDays)127, weeks: 2));

    [Fact]
    public void A_week_without_a_day_left_in_it_is_not_sold() =>
        Assert.Equal([new(2026, 4, 6)], Slots(CapacityPer.Week, OpenDays.Tuesday, weeks: 1));

    [Fact]
    public void Nothing_is_sold_after_the_last_day() =>
        Assert.Equal([new(2026, 4, 2)], Slots(CapacityPer.Day, (OpenDays)127, weeks: 4, until: new(2026, 4, 2)));

    [Fact]
    public void Not_even_when_it_is_over() => Assert.Empty(Slots(CapacityPer.Week, (OpenDays)127, weeks: 4, until: Wednesday));

    [Fact]
    public void The_rule_may_reach_further_than_what_is_sold() =>
        Assert.Equal(3, OpenSlots.Of(Cook(CapacityPer.Day, (OpenDays)127), Programme(4, Wednesday), Wednesday, last: Wednesday.AddDays(3)).Count());

    private static List<DateOnly> Slots(CapacityPer per, OpenDays days, int weeks, DateOnly? until = null) =>
        [.. OpenSlots.Of(Cook(per, days), Programme(weeks, until ?? Wednesday.AddYears(1)), Wednesday)];

    private static MealProgramme Programme(int weeks, DateOnly until) =>
        new() { CampaignId = Guid.NewGuid(), UnitMinor = 1000, Rule = UndeliveredRule.Refund, DeliverBy = until, WeeksAhead = weeks };

    private static MealPartner Cook(CapacityPer per, OpenDays days) => new()
    {
        Id = Guid.NewGuid(),
        CampaignId = Guid.NewGuid(),
        PartnerId = Guid.NewGuid(),
        Words = "Soup",
        Language = "en",
        City = "Gent",
        Per = per,
        Capacity = 10,
        Days = days,
        AppliedAt = FakeClock.Noon,
    };
}
