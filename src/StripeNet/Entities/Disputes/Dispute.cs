using System.Text.Json.Serialization;

namespace Stripe;

/// <summary>A giver's bank wants the money back. Source: https://docs.stripe.com/api/disputes/object.</summary>
public class Dispute : StripeEntity<Dispute>, IHasMetadata, IBalanceTransactionSource
{
    public string Id { get; set; } = null!;

    public string Object { get; set; } = null!;

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long Amount { get; set; }

    public List<BalanceTransaction> BalanceTransactions { get; set; } = [];

    [JsonIgnore]
    public string? ChargeId
    {
        get => InternalCharge?.Id;
        set => InternalCharge = ExpandableField<Charge>.WithId(InternalCharge, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public Charge? Charge
    {
        get => InternalCharge?.ExpandedObject;
        set => InternalCharge = ExpandableField<Charge>.Of(value);
    }

    [JsonInclude, JsonPropertyName("charge")]
    internal ExpandableField<Charge>? InternalCharge { get; set; }

    /// <summary>UTC.</summary>
    public DateTime Created { get; set; } = DateTime.UnixEpoch;

    /// <summary>Three letters of ISO 4217, lower case.</summary>
    public string Currency { get; set; } = null!;

    /// <summary>Any of <c>mastercard_compliance</c>, <c>visa_compelling_evidence_3</c>, <c>visa_compliance</c>; Stripe may add others.</summary>
    public List<string> EnhancedEligibilityTypes { get; set; } = [];

    public DisputeEvidenceDetails? EvidenceDetails { get; set; }

    public bool IsChargeRefundable { get; set; }

    /// <summary>False in test mode: such money does not exist.</summary>
    public bool Livemode { get; set; }

    public Dictionary<string, string> Metadata { get; set; } = [];

    public string? NetworkReasonCode { get; set; }

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

    public DisputePaymentMethodDetails? PaymentMethodDetails { get; set; }

    public string Reason { get; set; } = null!;

    /// <summary><c>lost</c>, <c>needs_response</c>, <c>prevented</c>, <c>under_review</c>, <c>warning_closed</c>, <c>warning_needs_response</c>, <c>warning_under_review</c>, <c>won</c>; Stripe may add others.</summary>
    public string Status { get; set; } = null!;
}
