using Microsoft.EntityFrameworkCore;
using Solidarity.Domain;
using Solidarity.Domain.Messages;
using Stripe;

namespace Solidarity.Payments.Webhooks;

public enum WebhookOutcome { Stored, Duplicate, Refused }

/// <summary>Verifies a webhook and stores it. Nothing is done with it yet: Stripe gets its answer first.</summary>
public sealed class ReceiveWebhook(SolidarityDb db, StripeSettings settings, TimeProvider clock)
{
    /// <summary>Seconds that Stripe's clock and ours may differ, both ways: https://docs.stripe.com/webhooks#replay-attacks</summary>
    private const long Tolerance = 300;

    public async Task<WebhookOutcome> RunAsync(string body, string? signature, CancellationToken cancel)
    {
        if (Verify(body, signature) is not { } stripeEvent || stripeEvent.Livemode != settings.LiveMode)
            return WebhookOutcome.Refused;
        return await StoreAsync(stripeEvent, cancel) ? WebhookOutcome.Stored : WebhookOutcome.Duplicate;
    }

    /// <summary>Stores an event that came by webhook or was fetched because its webhook never arrived.</summary>
    /// <returns>False if it was there already.</returns>
    public async Task<bool> StoreAsync(Event stripeEvent, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        db.Inbox.Add(new InboxMessage
        {
            EventId = stripeEvent.Id,
            Kind = stripeEvent.Type,
            ObjectId = (stripeEvent.Data?.Object as IHasId)?.Id ?? "",
            StripeAccountId = stripeEvent.Account,
            CreatedAt = now,
            DueAt = now,
        });
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.Inbox.AnyAsync(m => m.EventId == stripeEvent.Id, cancel))
                return false;
            throw;
        }
    }

    private Event? Verify(string body, string? signature)
    {
        if (signature is null)
            return null;
        try
        {
            // An event of another API version is fine: it is a nudge, and the object is fetched in ours.
            return EventUtility.ConstructEvent(body, signature, settings.WebhookSecret, Tolerance, clock.GetUtcNow().ToUnixTimeSeconds(), throwOnApiVersionMismatch: false);
        }
        catch (StripeException)
        {
            return null;
        }
    }
}
