namespace Stripe;

public class EventData : StripeEntity<EventData>
{
    /// <summary>The object as it was when the event arose; null for a kind that is not mapped. Fetch it before acting on it.</summary>
    public IHasObject? Object { get; set; }
}
