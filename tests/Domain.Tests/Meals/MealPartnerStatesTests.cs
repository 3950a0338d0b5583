using Solidarity.Domain.Meals;
using static Solidarity.Domain.Meals.MealPartnerStatus;

namespace Solidarity.Domain.Tests.Meals;

public class MealPartnerStatesTests
{
    private static readonly HashSet<(MealPartnerStatus From, MealPartnerStatus To)> Table =
        [(Applied, Accepted), (Applied, Refused), (Refused, Applied), (Accepted, Paused), (Paused, Accepted)];

    [Fact]
    public void Moves_as_the_table_says_and_no_other_way()
    {
        foreach (var from in Enum.GetValues<MealPartnerStatus>())
        {
            foreach (var to in Enum.GetValues<MealPartnerStatus>())
                Assert.Equal(Table.Contains((from, to)), MealPartnerStates.Allows(from, to));
        }
    }
}
