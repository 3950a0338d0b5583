using System.Text.Json.Serialization;

namespace Stripe;

/// <summary>One renewal of a subscription. Source: https://docs.stripe.com/api/invoices/object.</summary>
public class Invoice : StripeEntity<Invoice>, IHasId, IHasMetadata, IHasObject
{
    public string Id { get; set; } = null!;

    public string Object { get; set; } = null!;

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long AmountDue { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long AmountPaid { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long AmountRemaining { get; set; }

    public long AttemptCount { get; set; }

    public bool Attempted { get; set; }

    /// <summary><c>automatic_pending_invoice_item_invoice</c>, <c>manual</c>, <c>quote_accept</c>, <c>subscription</c>, <c>subscription_create</c>, <c>subscription_cycle</c>, <c>subscription_threshold</c>, <c>subscription_update</c>, <c>upcoming</c>; Stripe may add others.</summary>
    public string? BillingReason { get; set; }

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

    public string? CustomerEmail { get; set; }

    public string? Description { get; set; }

    public string? HostedInvoiceUrl { get; set; }

    /// <summary>False in test mode: such money does not exist.</summary>
    public bool Livemode { get; set; }

    public Dictionary<string, string> Metadata { get; set; } = [];

    public DateTime? NextPaymentAttempt { get; set; }

    public string? Number { get; set; }

    public InvoiceParent? Parent { get; set; }

    public DateTime PeriodEnd { get; set; } = DateTime.UnixEpoch;

    public DateTime PeriodStart { get; set; } = DateTime.UnixEpoch;

    /// <summary><c>draft</c>, <c>open</c>, <c>paid</c>, <c>uncollectible</c>, <c>void</c>; Stripe may add others.</summary>
    public string? Status { get; set; }

    public InvoiceStatusTransitions? StatusTransitions { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long Subtotal { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long Total { get; set; }
}
