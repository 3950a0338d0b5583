using System.Text.Json.Serialization;

namespace Stripe;

/// <summary>One payment from start to end, over as many tries as it takes. Source: https://docs.stripe.com/api/payment_intents/object.</summary>
public class PaymentIntent : StripeEntity<PaymentIntent>, IHasId, IHasMetadata, IHasObject
{
    public string Id { get; set; } = null!;

    public string Object { get; set; } = null!;

    public List<string>? AllowedPaymentMethodTypes { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long Amount { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long AmountCapturable { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long AmountReceived { get; set; }

    [JsonIgnore]
    public string? ApplicationId
    {
        get => InternalApplication?.Id;
        set => InternalApplication = ExpandableField<UnmappedObject>.WithId(InternalApplication, value);
    }

    [JsonInclude, JsonPropertyName("application")]
    internal ExpandableField<UnmappedObject>? InternalApplication { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long? ApplicationFeeAmount { get; set; }

    public DateTime? CanceledAt { get; set; }

    /// <summary><c>abandoned</c>, <c>automatic</c>, <c>duplicate</c>, <c>expired</c>, <c>failed_invoice</c>, <c>fraudulent</c>, <c>requested_by_customer</c>, <c>void_invoice</c>; Stripe may add others.</summary>
    public string? CancellationReason { get; set; }

    /// <summary><c>automatic</c>, <c>automatic_async</c>, <c>manual</c>; Stripe may add others.</summary>
    public string CaptureMethod { get; set; } = null!;

    public string? ClientSecret { get; set; }

    /// <summary><c>automatic</c>, <c>manual</c>; Stripe may add others.</summary>
    public string ConfirmationMethod { get; set; } = null!;

    /// <summary>UTC.</summary>
    public DateTime Created { get; set; } = DateTime.UnixEpoch;

    /// <summary>Three letters of ISO 4217, lower case.</summary>
    public string Currency { get; set; } = null!;

    [JsonIgnore]
    public string? CustomerId
    {
        get => InternalCustomer?.Id;
        set => InternalCustomer = ExpandableField<UnmappedObject>.WithId(InternalCustomer, value);
    }

    [JsonInclude, JsonPropertyName("customer")]
    internal ExpandableField<UnmappedObject>? InternalCustomer { get; set; }

    public string? CustomerAccount { get; set; }

    public string? Description { get; set; }

    public List<string>? ExcludedPaymentMethodTypes { get; set; }

    public StripeError? LastPaymentError { get; set; }

    [JsonIgnore]
    public string? LatestChargeId
    {
        get => InternalLatestCharge?.Id;
        set => InternalLatestCharge = ExpandableField<Charge>.WithId(InternalLatestCharge, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public Charge? LatestCharge
    {
        get => InternalLatestCharge?.ExpandedObject;
        set => InternalLatestCharge = ExpandableField<Charge>.Of(value);
    }

    [JsonInclude, JsonPropertyName("latest_charge")]
    internal ExpandableField<Charge>? InternalLatestCharge { get; set; }

    /// <summary>False in test mode: such money does not exist.</summary>
    public bool Livemode { get; set; }

    public Dictionary<string, string> Metadata { get; set; } = [];

    public PaymentIntentNextAction? NextAction { get; set; }

    [JsonIgnore]
    public string? OnBehalfOfId
    {
        get => InternalOnBehalfOf?.Id;
        set => InternalOnBehalfOf = ExpandableField<Account>.WithId(InternalOnBehalfOf, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public Account? OnBehalfOf
    {
        get => InternalOnBehalfOf?.ExpandedObject;
        set => InternalOnBehalfOf = ExpandableField<Account>.Of(value);
    }

    [JsonInclude, JsonPropertyName("on_behalf_of")]
    internal ExpandableField<Account>? InternalOnBehalfOf { get; set; }

    [JsonIgnore]
    public string? PaymentMethodId
    {
        get => InternalPaymentMethod?.Id;
        set => InternalPaymentMethod = ExpandableField<UnmappedObject>.WithId(InternalPaymentMethod, value);
    }

    [JsonInclude, JsonPropertyName("payment_method")]
    internal ExpandableField<UnmappedObject>? InternalPaymentMethod { get; set; }

    public List<string> PaymentMethodTypes { get; set; } = [];

    public PaymentIntentProcessing? Processing { get; set; }

    public string? ReceiptEmail { get; set; }

    [JsonIgnore]
    public string? ReviewId
    {
        get => InternalReview?.Id;
        set => InternalReview = ExpandableField<UnmappedObject>.WithId(InternalReview, value);
    }

    [JsonInclude, JsonPropertyName("review")]
    internal ExpandableField<UnmappedObject>? InternalReview { get; set; }

    /// <summary><c>off_session</c>, <c>on_session</c>; Stripe may add others.</summary>
    public string? SetupFutureUsage { get; set; }

    public string? StatementDescriptor { get; set; }

    public string? StatementDescriptorSuffix { get; set; }

    /// <summary><c>canceled</c>, <c>processing</c>, <c>requires_action</c>, <c>requires_capture</c>, <c>requires_confirmation</c>, <c>requires_payment_method</c>, <c>succeeded</c>; Stripe may add others.</summary>
    public string Status { get; set; } = null!;

    public PaymentIntentTransferData? TransferData { get; set; }

    /// <summary>Ties charges and the transfers made from them; our own text.</summary>
    public string? TransferGroup { get; set; }
}
