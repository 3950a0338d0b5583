using System.Net;
using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Messages;
using Solidarity.Domain.Partners;
using Stripe;

namespace Solidarity.Payments.Onboarding;

/// <summary>Asks Stripe how a partner's account stands; what waited for it to be paid is passed on now.</summary>
public sealed class SyncPartner(SolidarityDb db, IStripeClient stripe, TimeProvider clock)
{
    private const int Tries = 5;

    /// <param name="accountId">The account (acct_…). One that we do not know is not ours, and left alone.</param>
    /// <param name="cancel">Stops asking.</param>
    public async Task RunAsync(string accountId, CancellationToken cancel)
    {
        for (var i = 0; i < Tries; i++)
        {
            var known = await db.Partners.Where(p => p.StripeAccountId == accountId).Select(p => (Guid?)p.Version).SingleOrDefaultAsync(cancel);
            if (known is not { } version)
                return;
            var account = await AskAsync(accountId, cancel);
            if (await SaveAsync(accountId, account, version, cancel))
                return;
        }

        throw new InvalidOperationException($"Others keep changing the partner of {accountId}.");
    }

    /// <returns>Null: the account has left the platform, or was closed.</returns>
    private async Task<Account?> AskAsync(string accountId, CancellationToken cancel)
    {
        try
        {
            return await new AccountService(stripe).GetAsync(accountId, null, null, cancel);
        }
        catch (StripeException e) when (e.HttpStatusCode == HttpStatusCode.Forbidden && e.StripeError?.Code == Partner.AccountGone)
        {
            return null;
        }
    }

    /// <returns>False: somebody changed the partner since Stripe was asked, and may have heard something newer.</returns>
    private async Task<bool> SaveAsync(string accountId, Account? account, Guid version, CancellationToken cancel)
    {
        try
        {
            return await db.InTransactionAsync(async () =>
            {
                var partner = await db.Partners.SingleAsync(p => p.StripeAccountId == accountId, cancel);
                if (partner.Version != version)
                    return false;
                Write(partner, account);
                await db.SaveChangesAsync(cancel);
                // Whatever we thought before: we may not have heard that it could not be paid, when Stripe refused a transfer to it.
                if (partner.CanBePaid)
                    await db.WakeAsync(OutboxKinds.Transfer, Unmade(partner), clock.GetUtcNow(), cancel);
                return true;
            }, cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private void Write(Partner partner, Account? account)
    {
        var asked = account?.Requirements;
        partner.DetailsSubmitted = account?.DetailsSubmitted ?? partner.DetailsSubmitted;
        partner.TransfersActive = account?.Capabilities?.Transfers == "active";
        partner.PayoutsEnabled = account?.PayoutsEnabled ?? false;
        partner.RequirementsDue = WhatIsAsked.Due(asked);
        partner.RequirementsDueBy = asked?.CurrentDeadline is { } deadline ? StripeKeys.Moment(deadline) : null;
        partner.UnderReview = account is not null && WhatIsAsked.IsUnderReview(account);
        partner.DisabledReason = account is null ? Partner.AccountGone : asked?.DisabledReason;
        partner.StripeSeenAt = clock.GetUtcNow();
    }

    private IQueryable<Guid> Unmade(Partner partner) =>
        db.Transfers.Where(t => t.PartnerId == partner.Id && t.StripeTransferId == null && !t.CalledOff).Select(t => t.Id);
}
