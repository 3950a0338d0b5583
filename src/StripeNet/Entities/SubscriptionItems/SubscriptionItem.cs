namespace Stripe;

/// <summary>One line of a subscription.</summary>
public class SubscriptionItem : StripeEntity<SubscriptionItem>, IHasId, IHasMetadata, IHasObject
{
    public string Id { get; set; } = null!;

    public string Object { get; set; } = null!;

    /// <summary>UTC.</summary>
    public DateTime Created { get; set; } = DateTime.UnixEpoch;

    public DateTime CurrentPeriodEnd { get; set; } = DateTime.UnixEpoch;

    public DateTime CurrentPeriodStart { get; set; } = DateTime.UnixEpoch;

    public Dictionary<string, string> Metadata { get; set; } = [];

    public Price? Price { get; set; }

    public long Quantity { get; set; }

    public string Subscription { get; set; } = null!;
}
