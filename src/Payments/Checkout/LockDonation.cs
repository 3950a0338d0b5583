using Microsoft.EntityFrameworkCore;
using Solidarity.Domain.Donations;

namespace Solidarity.Payments.Checkout;

internal static class LockDonation
{
    /// <summary>
    /// Of all that happen to a gift at the same moment, one goes on and the others wait until its database transaction ends; then they read what it wrote.
    /// Stripe sends three events about one payment within milliseconds. Call it before the gift is read.
    /// </summary>
    public static Task LockAsync(this IQueryable<Donation> donation, CancellationToken cancel) =>
        donation.ExecuteUpdateAsync(set => set.SetProperty(d => d.Version, d => d.Version), cancel);
}
