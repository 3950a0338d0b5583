using System.Text.Json.Serialization;

namespace Stripe;

public class ChargeTransferData : StripeEntity<ChargeTransferData>
{
    /// <summary>In minor units of the currency.</summary>
    public long? Amount { get; set; }

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
}
