using System.Text.Json.Serialization;

namespace Stripe;

/// <summary>What a line of a session or subscription costs.</summary>
public class Price : StripeEntity<Price>, IHasId, IHasMetadata, IHasObject
{
    public string Id { get; set; } = null!;

    public string Object { get; set; } = null!;

    public bool Active { get; set; }

    /// <summary>Three letters of ISO 4217, lower case.</summary>
    public string Currency { get; set; } = null!;

    public Dictionary<string, string> Metadata { get; set; } = [];

    public string? Nickname { get; set; }

    [JsonIgnore]
    public string? ProductId
    {
        get => InternalProduct?.Id;
        set => InternalProduct = ExpandableField<UnmappedObject>.WithId(InternalProduct, value);
    }

    [JsonInclude, JsonPropertyName("product")]
    internal ExpandableField<UnmappedObject>? InternalProduct { get; set; }

    public PriceRecurring? Recurring { get; set; }

    /// <summary><c>one_time</c>, <c>recurring</c>; Stripe may add others.</summary>
    public string Type { get; set; } = null!;

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long? UnitAmount { get; set; }
}
