namespace Stripe;

/// <summary>Something that happened at Stripe. Source: https://docs.stripe.com/api/events/object.</summary>
public class Event : StripeEntity<Event>, IHasId, IHasObject
{
    public string Id { get; set; } = null!;

    public string Object { get; set; } = null!;

    public string? Account { get; set; }

    public string? ApiVersion { get; set; }

    public string? Context { get; set; }

    /// <summary>UTC.</summary>
    public DateTime Created { get; set; } = DateTime.UnixEpoch;

    public EventData? Data { get; set; }

    /// <summary>False in test mode: such money does not exist.</summary>
    public bool Livemode { get; set; }

    public long PendingWebhooks { get; set; }

    public EventRequest? Request { get; set; }

    public string Type { get; set; } = null!;
}
