using System.Text.Json.Serialization;

namespace Stripe;

/// <summary>A gift that renews itself. Source: https://docs.stripe.com/api/subscriptions/object.</summary>
public class Subscription : StripeEntity<Subscription>, IHasId, IHasMetadata, IHasObject
{
    public string Id { get; set; } = null!;

    public string Object { get; set; } = null!;

    public DateTime? CancelAt { get; set; }

    public bool CancelAtPeriodEnd { get; set; }

    public DateTime? CanceledAt { get; set; }

    public SubscriptionCancellationDetails? CancellationDetails { get; set; }

    /// <summary><c>charge_automatically</c>, <c>send_invoice</c>; Stripe may add others.</summary>
    public string CollectionMethod { get; set; } = null!;

    /// <summary>UTC.</summary>
    public DateTime Created { get; set; } = DateTime.UnixEpoch;

    /// <summary>Three letters of ISO 4217, lower case.</summary>
    public string Currency { get; set; } = null!;

    [JsonIgnore]
    public string? CustomerId
    {
        get => InternalCustomer?.Id;
        set => InternalCustomer = ExpandableField<Customer>.WithId(InternalCustomer, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public Customer? Customer
    {
        get => InternalCustomer?.ExpandedObject;
        set => InternalCustomer = ExpandableField<Customer>.Of(value);
    }

    [JsonInclude, JsonPropertyName("customer")]
    internal ExpandableField<Customer>? InternalCustomer { get; set; }

    public string? Description { get; set; }

    public DateTime? EndedAt { get; set; }

    /// <summary>The first page only.</summary>
    public StripeList<SubscriptionItem>? Items { get; set; }

    [JsonIgnore]
    public string? LatestInvoiceId
    {
        get => InternalLatestInvoice?.Id;
        set => InternalLatestInvoice = ExpandableField<Invoice>.WithId(InternalLatestInvoice, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public Invoice? LatestInvoice
    {
        get => InternalLatestInvoice?.ExpandedObject;
        set => InternalLatestInvoice = ExpandableField<Invoice>.Of(value);
    }

    [JsonInclude, JsonPropertyName("latest_invoice")]
    internal ExpandableField<Invoice>? InternalLatestInvoice { get; set; }

    /// <summary>False in test mode: such money does not exist.</summary>
    public bool Livemode { get; set; }

    public Dictionary<string, string> Metadata { get; set; } = [];

    public DateTime StartDate { get; set; } = DateTime.UnixEpoch;

    /// <summary><c>active</c>, <c>canceled</c>, <c>incomplete</c>, <c>incomplete_expired</c>, <c>past_due</c>, <c>paused</c>, <c>trialing</c>, <c>unpaid</c>; Stripe may add others.</summary>
    public string Status { get; set; } = null!;

    public DateTime? TrialEnd { get; set; }
}
