using Solidarity.Domain;
using Solidarity.Domain.CardTesting;
using Solidarity.Domain.Meals;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Safety;

/// <summary>
/// How many meals may be asked for from one network address in an hour. Places are taken when a checkout begins and come back when it closes, so that
/// somebody who never pays could take all of them away from everybody. Counted in the database: for all nodes together.
/// </summary>
public sealed class LimitMealsHeld(TraceGift traces, TraceKey key, LimitSettings limits)
{
    /// <exception cref="Refusal">Too many.</exception>
    public async Task TakeAsync(HttpContext context, long meals, CancellationToken cancel)
    {
        var wanted = (int)Math.Clamp(meals, 0, Math.Min(TakePlaces.MostMeals, limits.MealsPerHour));
        if (wanted > 0 && !await traces.AskedAsync(key.OfNetwork(context.Connection.RemoteIpAddress), wanted, limits.MealsPerHour, cancel))
            throw new Refusal(Reason.TooManyAttempts, null, (int)CardTestingRules.Within.TotalMinutes);
    }
}
