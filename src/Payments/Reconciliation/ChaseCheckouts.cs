using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Solidarity.Domain;
using Solidarity.Domain.Donations;
using Solidarity.Domain.Meals;
using Solidarity.Payments.Checkout;
using Stripe;

namespace Solidarity.Payments.Reconciliation;

/// <summary>
/// Asks Stripe about donations that have been open for a while, and about fees still unknown: webhooks get lost, and a process may die
/// between creating a session and saving it.
/// </summary>
public sealed partial class ChaseCheckouts(SolidarityDb db, SettleDonation settle, OpenCheckout open, TakePlaces places, TimeProvider clock, ILogger<ChaseCheckouts> log)
{
    private const int Batch = 50;
    private static readonly TimeSpan FirstAfter = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan AgainAfter = TimeSpan.FromMinutes(15);

    /// <returns>How many were asked about.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        var (old, again) = (now.Value - FirstAfter, now.Value - AgainAfter);
        var due = await db.Donations.AsNoTracking()
            .Where(d => (d.Status == DonationStatus.Started || d.Status == DonationStatus.Processing || d.Status == DonationStatus.Paid)
                && d.FeeMinor == null && d.StartedAt < old && (d.ChasedAt == null || d.ChasedAt < again))
            .OrderBy(d => d.StartedAt).Take(Batch).Select(d => d.Id).ToListAsync(cancel);
        foreach (var id in due)
        {
            try
            {
                await db.Donations.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.ChasedAt, now), cancel);
                await ChaseAsync(id, cancel);
            }
            catch (Exception e) when (!cancel.IsCancellationRequested)
            {
                // One that cannot be settled must not keep the others waiting; it is asked about again.
                db.ChangeTracker.Clear();
                LogFailed(id, e);
            }
        }

        return due.Count;
    }

    private async Task ChaseAsync(Guid id, CancellationToken cancel)
    {
        var donation = await db.Donations.AsNoTracking().SingleAsync(d => d.Id == id, cancel);
        if (donation is { SessionId: null, Status: DonationStatus.Started })
        {
            try
            {
                // The same key finds the session if there is one.
                await open.RunAsync(id, cancel);
            }
            catch (StripeException e) when (e.HttpStatusCode == HttpStatusCode.BadRequest)
            {
                await NeverOpenedAsync(id, cancel);
                return;
            }
        }

        await settle.RunAsync(id, cancel);
    }

    /// <summary>Stripe would not open a session any more (its end is too near), so none was ever opened and nothing can have been paid.</summary>
    private Task NeverOpenedAsync(Guid id, CancellationToken cancel) => db.InTransactionAsync(async () =>
    {
        await db.Donations.Where(d => d.Id == id).LockAsync(cancel);
        var donation = await db.Donations.Include(d => d.Moves).SingleAsync(d => d.Id == id, cancel);
        if (donation is not { SessionId: null, Status: DonationStatus.Started })
            return;
        donation.MoveTo(DonationStatus.Expired, clock.GetUtcNow(), "never opened");
        await db.SaveChangesAsync(cancel);
        await places.GiveBackAsync(id, cancel);
    }, cancel);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Donation {DonationId} could not be settled; it is asked about again later.")]
    private partial void LogFailed(Guid donationId, Exception exception);
}
