namespace Solidarity.StripeSandbox.Webhooks;

/// <summary>The events whose webhook has not been answered with success, in their order.</summary>
internal sealed class UndeliveredEvents
{
    private readonly SortedDictionary<long, StripeEvent> bySequence = [];

    public IReadOnlyCollection<StripeEvent> All => bySequence.Values;

    public void Note(StripeEvent stripeEvent)
    {
        if (stripeEvent.IsUndelivered) bySequence[stripeEvent.Sequence] = stripeEvent;
    }

    public void MarkDelivered(StripeEvent? stripeEvent)
    {
        if (stripeEvent is null) return;
        stripeEvent.Webhook = WebhookState.Delivered;
        bySequence.Remove(stripeEvent.Sequence);
    }
}
