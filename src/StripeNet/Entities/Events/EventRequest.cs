namespace Stripe;

/// <summary>The API call that caused the event; empty where Stripe or the dashboard did.</summary>
public class EventRequest : StripeEntity<EventRequest>, IHasId
{
    public string Id { get; set; } = null!;

    public string? IdempotencyKey { get; set; }
}
