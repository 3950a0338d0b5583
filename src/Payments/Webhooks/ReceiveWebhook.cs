using Solidarity.Domain.Messages;
using Solidarity.Payments.Watching;
using Stripe;

namespace Solidarity.Payments.Webhooks;

public enum WebhookOutcome
{
    Stored,
    Duplicate,
    /// <summary>True, but of the other mode: an endpoint for connected accounts gets test events besides live ones (https://docs.stripe.com/connect/webhooks).</summary>
    Ignored,
    /// <summary>Not signed by Stripe, too long ago, or no event at all.</summary>
    Refused,
}

/// <summary>Verifies a webhook and stores it. Nothing is done with it yet: Stripe gets its answer first.</summary>
public sealed class ReceiveWebhook(InboxWriter inbox, StripeSettings settings, HeardWebhooks heard, TimeProvider clock)
{
    /// <summary>Seconds that Stripe's clock and ours may differ, both ways: https://docs.stripe.com/webhooks#replay-attacks</summary>
    private const long Tolerance = 300;

    public async Task<WebhookOutcome> RunAsync(string body, string? signature)
    {
        try
        {
            var outcome = await TakeAsync(body, signature);
            heard.Note(outcome, withSignature: signature?.Contains("v1=", StringComparison.Ordinal) == true);
            WebhookFigures.Count(outcome);
            return outcome;
        }
        catch
        {
            WebhookFigures.CountNotStored();
            throw;
        }
    }

    private async Task<WebhookOutcome> TakeAsync(string body, string? signature)
    {
        if (Verify(body, signature) is not { Id.Length: > 0, Type.Length: > 0 } stripeEvent)
            return WebhookOutcome.Refused;
        if (stripeEvent.Livemode != settings.LiveMode)
            return WebhookOutcome.Ignored;
        if (!await StoreAsync(stripeEvent))
            return WebhookOutcome.Duplicate;
        WebhookFigures.Stored(clock.GetUtcNow() - stripeEvent.Created);
        return WebhookOutcome.Stored;
    }

    /// <summary>Stores an event that came by webhook or was fetched because its webhook never arrived.</summary>
    /// <returns>False if it was there already.</returns>
    public Task<bool> StoreAsync(Event stripeEvent)
    {
        var now = clock.GetUtcNow();
        var message = new InboxMessage
        {
            EventId = stripeEvent.Id,
            Kind = stripeEvent.Type,
            ObjectId = (stripeEvent.Data?.Object as IHasId)?.Id ?? stripeEvent.Account ?? "",
            StripeAccountId = stripeEvent.Account,
            CreatedAt = now,
            DueAt = now,
        };
        if (message.ObjectId.Length == 0)
            (message.State, message.DoneAt, message.LastError) = (MessageState.Done, now, "It names no object that concerns us.");
        return inbox.WriteAsync(message);
    }

    private Event? Verify(string body, string? signature) =>
        signature is null ? null : Verify(body, signature, settings.WebhookSecret) ?? (settings.ConnectWebhookSecret is { } secret ? Verify(body, signature, secret) : null);

    private Event? Verify(string body, string signature, string secret)
    {
        try
        {
            // An event of another API version is fine: it is a nudge, and the object is fetched in ours.
            return EventUtility.ConstructEvent(body, signature, secret, Tolerance, clock.GetUtcNow().ToUnixTimeSeconds(), throwOnApiVersionMismatch: false);
        }
        catch (StripeException)
        {
            return null;
        }
    }
}
