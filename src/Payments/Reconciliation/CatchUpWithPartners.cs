using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Solidarity.Domain;
using Solidarity.Payments.Onboarding;
using Solidarity.Payments.Payouts;

namespace Solidarity.Payments.Reconciliation;

/// <summary>
/// Asks about every partner's standing and payouts: a webhook about them may have been lost for good, since Stripe lists only the platform's own
/// undelivered events to us.
/// </summary>
public sealed partial class CatchUpWithPartners(SolidarityDb db, SyncPartner partners, SyncPayouts payouts, TimeProvider clock, ILogger<CatchUpWithPartners> log)
{
    /// <param name="days">How far back to look for payouts.</param>
    /// <param name="cancel">Stops asking.</param>
    /// <returns>How many partners were asked about, and how many of them without an answer.</returns>
    public async Task<(int Asked, int Failed)> RunAsync(int days, CancellationToken cancel)
    {
        var accounts = await db.Partners.Where(p => p.StripeAccountId != null).OrderBy(p => p.Id).Select(p => p.StripeAccountId!).ToListAsync(cancel);
        var failed = 0;
        foreach (var account in accounts)
            failed += await OneAsync(account, clock.GetUtcNow().AddDays(-days), cancel) ? 0 : 1;
        return (accounts.Count, failed);
    }

    /// <summary>What goes wrong with one must not keep us from the others.</summary>
    private async Task<bool> OneAsync(string account, DateTimeOffset since, CancellationToken cancel)
    {
        try
        {
            await partners.RunAsync(account, cancel);
            await payouts.RunAsync(account, since, cancel);
            return true;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            LogFailed(account, e);
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Stripe could not be asked about the partner with account {Account}.")]
    private partial void LogFailed(string account, Exception exception);
}
