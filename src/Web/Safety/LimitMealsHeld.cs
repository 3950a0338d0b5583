using System.Net;
using System.Threading.RateLimiting;
using Solidarity.Domain;
using Solidarity.Domain.Meals;
using Solidarity.Web.Setup;

namespace Solidarity.Web.Safety;

/// <summary>
/// How many meals may be asked for from one network address in an hour. Places are taken when a checkout begins and come back when it closes, so that
/// somebody who never pays could take all of them away from everybody.
/// </summary>
public sealed class LimitMealsHeld(LimitSettings limits) : IDisposable
{
    private static readonly TimeSpan Within = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<IPAddress> _meals = PartitionedRateLimiter.Create<IPAddress, IPAddress>(house => RateLimitPartition.GetSlidingWindowLimiter(
        house, _ => new SlidingWindowRateLimiterOptions { PermitLimit = limits.MealsPerHour, Window = Within, SegmentsPerWindow = 6, QueueLimit = 0 }));

    /// <exception cref="Refusal">Too many.</exception>
    public void Take(HttpContext context, long meals)
    {
        var wanted = (int)Math.Clamp(meals, 0, Math.Min(TakePlaces.MostMeals, limits.MealsPerHour));
        using var lease = _meals.AttemptAcquire(SafetySetup.HouseOf(context.Connection.RemoteIpAddress ?? IPAddress.None), wanted);
        if (wanted > 0 && !lease.IsAcquired)
            throw new Refusal(Reason.TooManyAttempts, null, (int)Within.TotalMinutes);
    }

    public void Dispose() => _meals.Dispose();
}
