using Microsoft.EntityFrameworkCore;

namespace Solidarity.Domain.Meals;

internal static class LockDelivery
{
    /// <summary>
    /// Of two who move a delivery at the same moment, the second waits until the first is done and reads what it wrote: it is refused then. Without it a server
    /// finds the second message about the same thing before it finds the changed version, which looks like a failure of ours.
    /// </summary>
    public static Task LockAsync(this IQueryable<MealDelivery> delivery, CancellationToken cancel) =>
        delivery.ExecuteUpdateAsync(set => set.SetProperty(d => d.Version, d => d.Version), cancel);
}
