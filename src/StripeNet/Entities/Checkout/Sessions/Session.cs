using System.Text.Json.Serialization;

namespace Stripe.Checkout;

/// <summary>One visit to Stripe's payment page. Source: https://docs.stripe.com/api/checkout/sessions/object.</summary>
public class Session : StripeEntity<Session>, IHasId, IHasMetadata, IHasObject
{
    public string Id { get; set; } = null!;

    public string Object { get; set; } = null!;

    public bool? AllowPromotionCodes { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long? AmountSubtotal { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long? AmountTotal { get; set; }

    /// <summary><c>auto</c>, <c>required</c>; Stripe may add others.</summary>
    public string? BillingAddressCollection { get; set; }

    public string? CancelUrl { get; set; }

    /// <summary>Our own id of what is being paid; up to 200 characters.</summary>
    public string? ClientReferenceId { get; set; }

    public string? ClientSecret { get; set; }

    /// <summary>UTC.</summary>
    public DateTime Created { get; set; } = DateTime.UnixEpoch;

    /// <summary>Three letters of ISO 4217, lower case.</summary>
    public string? Currency { get; set; }

    [JsonIgnore]
    public string? CustomerId
    {
        get => InternalCustomer?.Id;
        set => InternalCustomer = ExpandableField<UnmappedObject>.WithId(InternalCustomer, value);
    }

    [JsonInclude, JsonPropertyName("customer")]
    internal ExpandableField<UnmappedObject>? InternalCustomer { get; set; }

    public string? CustomerAccount { get; set; }

    /// <summary><c>always</c>, <c>if_required</c>; Stripe may add others.</summary>
    public string? CustomerCreation { get; set; }

    public SessionCustomerDetails? CustomerDetails { get; set; }

    public string? CustomerEmail { get; set; }

    public List<string>? ExcludedPaymentMethodTypes { get; set; }

    /// <summary>UTC.</summary>
    public DateTime ExpiresAt { get; set; } = DateTime.UnixEpoch;

    public string? IntegrationIdentifier { get; set; }

    [JsonIgnore]
    public string? InvoiceId
    {
        get => InternalInvoice?.Id;
        set => InternalInvoice = ExpandableField<UnmappedObject>.WithId(InternalInvoice, value);
    }

    [JsonInclude, JsonPropertyName("invoice")]
    internal ExpandableField<UnmappedObject>? InternalInvoice { get; set; }

    /// <summary>False in test mode: such money does not exist.</summary>
    public bool Livemode { get; set; }

    public string? Locale { get; set; }

    public Dictionary<string, string> Metadata { get; set; } = [];

    /// <summary><c>payment</c>, <c>setup</c>, <c>subscription</c>; Stripe may add others.</summary>
    public string Mode { get; set; } = null!;

    /// <summary><c>mobile_app</c>, <c>web</c>; Stripe may add others.</summary>
    public string? OriginContext { get; set; }

    [JsonIgnore]
    public string? PaymentIntentId
    {
        get => InternalPaymentIntent?.Id;
        set => InternalPaymentIntent = ExpandableField<PaymentIntent>.WithId(InternalPaymentIntent, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public PaymentIntent? PaymentIntent
    {
        get => InternalPaymentIntent?.ExpandedObject;
        set => InternalPaymentIntent = ExpandableField<PaymentIntent>.Of(value);
    }

    [JsonInclude, JsonPropertyName("payment_intent")]
    internal ExpandableField<PaymentIntent>? InternalPaymentIntent { get; set; }

    [JsonIgnore]
    public string? PaymentLinkId
    {
        get => InternalPaymentLink?.Id;
        set => InternalPaymentLink = ExpandableField<UnmappedObject>.WithId(InternalPaymentLink, value);
    }

    [JsonInclude, JsonPropertyName("payment_link")]
    internal ExpandableField<UnmappedObject>? InternalPaymentLink { get; set; }

    /// <summary><c>always</c>, <c>if_required</c>; Stripe may add others.</summary>
    public string? PaymentMethodCollection { get; set; }

    public List<string> PaymentMethodTypes { get; set; } = [];

    /// <summary><c>paid</c>, <c>unpaid</c>, <c>no_payment_required</c>; only other than <c>unpaid</c> counts as paid.</summary>
    public string PaymentStatus { get; set; } = null!;

    public string? RecoveredFrom { get; set; }

    /// <summary><c>always</c>, <c>if_required</c>, <c>never</c>; Stripe may add others.</summary>
    public string? RedirectOnCompletion { get; set; }

    public string? ReturnUrl { get; set; }

    [JsonIgnore]
    public string? SetupIntentId
    {
        get => InternalSetupIntent?.Id;
        set => InternalSetupIntent = ExpandableField<UnmappedObject>.WithId(InternalSetupIntent, value);
    }

    [JsonInclude, JsonPropertyName("setup_intent")]
    internal ExpandableField<UnmappedObject>? InternalSetupIntent { get; set; }

    /// <summary><c>complete</c>, <c>expired</c>, <c>open</c>; Stripe may add others.</summary>
    public string? Status { get; set; }

    /// <summary><c>auto</c>, <c>book</c>, <c>donate</c>, <c>pay</c>, <c>subscribe</c>; Stripe may add others.</summary>
    public string? SubmitType { get; set; }

    [JsonIgnore]
    public string? SubscriptionId
    {
        get => InternalSubscription?.Id;
        set => InternalSubscription = ExpandableField<UnmappedObject>.WithId(InternalSubscription, value);
    }

    [JsonInclude, JsonPropertyName("subscription")]
    internal ExpandableField<UnmappedObject>? InternalSubscription { get; set; }

    public string? SuccessUrl { get; set; }

    public SessionTotalDetails? TotalDetails { get; set; }

    /// <summary><c>elements</c>, <c>embedded_page</c>, <c>form</c>, <c>hosted_page</c>; Stripe may add others.</summary>
    public string? UiMode { get; set; }

    /// <summary>Where to send the giver; null once the session is no longer open.</summary>
    public string? Url { get; set; }
}
