using System.Text.Json.Serialization;

namespace Stripe;

/// <summary>Money sent to a bank account. Source: https://docs.stripe.com/api/payouts/object.</summary>
public class Payout : StripeEntity<Payout>, IHasMetadata, IBalanceTransactionSource
{
    public string Id { get; set; } = null!;

    public string Object { get; set; } = null!;

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long Amount { get; set; }

    [JsonIgnore]
    public string? ApplicationFeeId
    {
        get => InternalApplicationFee?.Id;
        set => InternalApplicationFee = ExpandableField<UnmappedObject>.WithId(InternalApplicationFee, value);
    }

    [JsonInclude, JsonPropertyName("application_fee")]
    internal ExpandableField<UnmappedObject>? InternalApplicationFee { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long? ApplicationFeeAmount { get; set; }

    public DateTime ArrivalDate { get; set; } = DateTime.UnixEpoch;

    public bool Automatic { get; set; }

    [JsonIgnore]
    public string? BalanceTransactionId
    {
        get => InternalBalanceTransaction?.Id;
        set => InternalBalanceTransaction = ExpandableField<BalanceTransaction>.WithId(InternalBalanceTransaction, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public BalanceTransaction? BalanceTransaction
    {
        get => InternalBalanceTransaction?.ExpandedObject;
        set => InternalBalanceTransaction = ExpandableField<BalanceTransaction>.Of(value);
    }

    [JsonInclude, JsonPropertyName("balance_transaction")]
    internal ExpandableField<BalanceTransaction>? InternalBalanceTransaction { get; set; }

    /// <summary>UTC.</summary>
    public DateTime Created { get; set; } = DateTime.UnixEpoch;

    /// <summary>Three letters of ISO 4217, lower case.</summary>
    public string Currency { get; set; } = null!;

    public string? Description { get; set; }

    [JsonIgnore]
    public string? DestinationId
    {
        get => InternalDestination?.Id;
        set => InternalDestination = ExpandableField<UnmappedObject>.WithId(InternalDestination, value);
    }

    [JsonInclude, JsonPropertyName("destination")]
    internal ExpandableField<UnmappedObject>? InternalDestination { get; set; }

    [JsonIgnore]
    public string? FailureBalanceTransactionId
    {
        get => InternalFailureBalanceTransaction?.Id;
        set => InternalFailureBalanceTransaction = ExpandableField<BalanceTransaction>.WithId(InternalFailureBalanceTransaction, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public BalanceTransaction? FailureBalanceTransaction
    {
        get => InternalFailureBalanceTransaction?.ExpandedObject;
        set => InternalFailureBalanceTransaction = ExpandableField<BalanceTransaction>.Of(value);
    }

    [JsonInclude, JsonPropertyName("failure_balance_transaction")]
    internal ExpandableField<BalanceTransaction>? InternalFailureBalanceTransaction { get; set; }

    public string? FailureCode { get; set; }

    public string? FailureMessage { get; set; }

    /// <summary>False in test mode: such money does not exist.</summary>
    public bool Livemode { get; set; }

    public Dictionary<string, string> Metadata { get; set; } = [];

    public string Method { get; set; } = null!;

    [JsonIgnore]
    public string? OriginalPayoutId
    {
        get => InternalOriginalPayout?.Id;
        set => InternalOriginalPayout = ExpandableField<Payout>.WithId(InternalOriginalPayout, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public Payout? OriginalPayout
    {
        get => InternalOriginalPayout?.ExpandedObject;
        set => InternalOriginalPayout = ExpandableField<Payout>.Of(value);
    }

    [JsonInclude, JsonPropertyName("original_payout")]
    internal ExpandableField<Payout>? InternalOriginalPayout { get; set; }

    public string? PayoutMethod { get; set; }

    /// <summary><c>completed</c>, <c>in_progress</c>, <c>not_applicable</c>; Stripe may add others.</summary>
    public string ReconciliationStatus { get; set; } = null!;

    [JsonIgnore]
    public string? ReversedById
    {
        get => InternalReversedBy?.Id;
        set => InternalReversedBy = ExpandableField<Payout>.WithId(InternalReversedBy, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public Payout? ReversedBy
    {
        get => InternalReversedBy?.ExpandedObject;
        set => InternalReversedBy = ExpandableField<Payout>.Of(value);
    }

    [JsonInclude, JsonPropertyName("reversed_by")]
    internal ExpandableField<Payout>? InternalReversedBy { get; set; }

    public string SourceType { get; set; } = null!;

    public string? StatementDescriptor { get; set; }

    public string Status { get; set; } = null!;

    public PayoutTraceId? TraceId { get; set; }

    /// <summary><c>bank_account</c>, <c>card</c>; Stripe may add others.</summary>
    public string Type { get; set; } = null!;
}
