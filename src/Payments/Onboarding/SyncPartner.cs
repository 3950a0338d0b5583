using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Partners;
using Stripe;

namespace Solidarity.Payments.Onboarding;

/// <summary>Asks Stripe whether a partner's account can be paid; what waited for that is passed on now.</summary>
public sealed class SyncPartner(SolidarityDb db, IStripeClient stripe, TimeProvider clock)
{
    public async Task RunAsync(string accountId, CancellationToken cancel)
    {
        if (!await db.Partners.AnyAsync(p => p.StripeAccountId == accountId, cancel))
            return;
        var account = await new AccountService(stripe).GetAsync(accountId, null, null, cancel);
        await db.InTransactionAsync(() => SaveAsync(account, cancel), cancel);
    }

    private async Task SaveAsync(Account account, CancellationToken cancel)
    {
        var partner = await db.Partners.SingleAsync(p => p.StripeAccountId == account.Id, cancel);
        partner.DetailsSubmitted = account.DetailsSubmitted;
        partner.TransfersActive = account.Capabilities?.Transfers == "active";
        partner.PayoutsEnabled = account.PayoutsEnabled;
        partner.StripeSeenAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancel);
        // Whatever we thought before: we may not have heard that it could not be paid, when Stripe refused a transfer to it.
        if (partner.CanBePaid)
            await db.WakeAsync(OutboxKinds.Transfer, Unmade(partner), clock.GetUtcNow(), cancel);
    }

    private IQueryable<Guid> Unmade(Partner partner) =>
        db.Transfers.Where(t => t.PartnerId == partner.Id && t.StripeTransferId == null && !t.CalledOff).Select(t => t.Id);
}
