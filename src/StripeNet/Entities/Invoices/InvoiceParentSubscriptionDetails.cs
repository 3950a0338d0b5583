using System.Text.Json.Serialization;

namespace Stripe;

/// <summary>The subscription that renewed itself, with the metadata it had then.</summary>
public class InvoiceParentSubscriptionDetails : StripeEntity<InvoiceParentSubscriptionDetails>, IHasMetadata
{
    public Dictionary<string, string> Metadata { get; set; } = [];

    [JsonIgnore]
    public string? SubscriptionId
    {
        get => InternalSubscription?.Id;
        set => InternalSubscription = ExpandableField<Subscription>.WithId(InternalSubscription, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public Subscription? Subscription
    {
        get => InternalSubscription?.ExpandedObject;
        set => InternalSubscription = ExpandableField<Subscription>.Of(value);
    }

    [JsonInclude, JsonPropertyName("subscription")]
    internal ExpandableField<Subscription>? InternalSubscription { get; set; }
}
