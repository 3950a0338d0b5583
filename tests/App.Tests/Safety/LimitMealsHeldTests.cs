using System.Net;
using Microsoft.AspNetCore.Http;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Web.Safety;
using Solidarity.Web.Setup;

namespace Solidarity.App.Tests.Safety;

public sealed class LimitMealsHeldTests
{
    [Fact]
    public void Nobody_holds_the_places_of_all_restaurants_without_paying()
    {
        using var limit = new LimitMealsHeld(new LimitSettings(1, 1, 1, 1, MealsPerHour: 2 * TakePlaces.MostMeals));
        limit.Take(From("2001:db8::1"), TakePlaces.MostMeals);
        // The same household by another address of its network; more than anybody may ask for is refused elsewhere.
        limit.Take(From("2001:db8::2"), long.MaxValue);
        Assert.Equal(Reason.TooManyAttempts, Assert.Throws<Refusal>(() => limit.Take(From("2001:db8::3"), 1)).Problems[0].Reason);
        limit.Take(From("2001:db8::3"), 0);
        limit.Take(From("2001:db8:1::1"), 1);
    }

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
