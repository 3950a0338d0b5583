using System.Net;
using Microsoft.AspNetCore.Http;
using Solidarity.App.Tests.Site;
using Solidarity.Domain;
using Solidarity.Domain.CardTesting;
using Solidarity.Domain.Meals;
using Solidarity.Web.Safety;
using Solidarity.Web.Setup;

namespace Solidarity.App.Tests.Safety;

[Collection(SiteTests.Name)]
public sealed class LimitMealsHeldTests(SiteFixture site)
{
    [Fact]
    public async Task Nobody_holds_the_places_of_all_restaurants_without_paying()
    {
        await TakeAsync("2001:db8::1", TakePlaces.MostMeals);
        // The same household by another address of its network; more than anybody may ask for is refused elsewhere.
        await TakeAsync("2001:db8::2", long.MaxValue);
        Assert.Equal(Reason.TooManyAttempts, (await Assert.ThrowsAsync<Refusal>(() => TakeAsync("2001:db8::3", 1))).Problems[0].Reason);
        await TakeAsync("2001:db8::3", 0);
        await TakeAsync("2001:db8:1::1", 1);
    }

    /// <summary>Each time as another node would: nothing is kept in the process.</summary>
    private Task TakeAsync(string address, long meals) => site.WithAsync<TraceGift>(traces =>
        new LimitMealsHeld(traces, new TraceKey("secret"), new LimitSettings(1, 1, 1, 1, MealsPerHour: 2 * TakePlaces.MostMeals))
            .TakeAsync(new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } }, meals, CancellationToken.None));
}
