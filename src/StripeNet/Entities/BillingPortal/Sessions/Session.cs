using System.Text.Json.Serialization;

namespace Stripe.BillingPortal;

/// <summary>One visit to Stripe's page where a giver manages a subscription. Source: https://docs.stripe.com/api/customer_portal/sessions/object.</summary>
public class Session : StripeEntity<Session>, IHasId, IHasObject
{
    public string Id { get; set; } = null!;

    public string Object { get; set; } = null!;

    [JsonIgnore]
    public string? ConfigurationId
    {
        get => InternalConfiguration?.Id;
        set => InternalConfiguration = ExpandableField<UnmappedObject>.WithId(InternalConfiguration, value);
    }

    [JsonInclude, JsonPropertyName("configuration")]
    internal ExpandableField<UnmappedObject>? InternalConfiguration { get; set; }

    /// <summary>UTC.</summary>
    public DateTime Created { get; set; } = DateTime.UnixEpoch;

    public string Customer { get; set; } = null!;

    public string? CustomerAccount { get; set; }

    /// <summary>False in test mode: such money does not exist.</summary>
    public bool Livemode { get; set; }

    public string? Locale { get; set; }

    public string? OnBehalfOf { get; set; }

    public string? ReturnUrl { get; set; }

    /// <summary>Where to send the giver; null once the session is no longer open.</summary>
    public string Url { get; set; } = null!;
}
