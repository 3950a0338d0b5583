using System.Text.Json.Serialization;

namespace Stripe;

/// <summary>A destination charge: not used by separate charges and transfers.</summary>
public class PaymentIntentTransferData : StripeEntity<PaymentIntentTransferData>, IHasMetadata
{
    /// <summary>In minor units of the currency.</summary>
    public long Amount { get; set; }

    public string? Description { get; set; }

    [JsonIgnore]
    public string? DestinationId
    {
        get => InternalDestination?.Id;
        set => InternalDestination = ExpandableField<Account>.WithId(InternalDestination, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public Account? Destination
    {
        get => InternalDestination?.ExpandedObject;
        set => InternalDestination = ExpandableField<Account>.Of(value);
    }

    [JsonInclude, JsonPropertyName("destination")]
    internal ExpandableField<Account>? InternalDestination { get; set; }

    public Dictionary<string, string> Metadata { get; set; } = [];
}
