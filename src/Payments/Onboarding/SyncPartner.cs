using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Stripe;

namespace Solidarity.Payments.Onboarding;

/// <summary>Asks Stripe whether a partner's account can be paid.</summary>
public sealed class SyncPartner(SolidarityDb db, IStripeClient stripe, TimeProvider clock)
{
    public async Task RunAsync(string accountId, CancellationToken cancel)
    {
        var partner = await db.Partners.SingleOrDefaultAsync(p => p.StripeAccountId == accountId, cancel);
        if (partner is null)
            return;
        var account = await new AccountService(stripe).GetAsync(accountId, null, null, cancel);
        partner.DetailsSubmitted = account.DetailsSubmitted;
        partner.TransfersActive = account.Capabilities?.Transfers == "active";
        partner.PayoutsEnabled = account.PayoutsEnabled;
        partner.StripeSeenAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancel);
    }
}
