using System.Text.Json.Serialization;

namespace Stripe;

/// <summary>Money given back; it may stay pending, and may yet fail. Source: https://docs.stripe.com/api/refunds/object.</summary>
public class Refund : StripeEntity<Refund>, IHasMetadata, IBalanceTransactionSource
{
    public string Id { get; set; } = null!;

    public string Object { get; set; } = null!;

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long Amount { get; set; }

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

    public RefundDestinationDetails? DestinationDetails { get; set; }

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

    public string? FailureReason { get; set; }

    public string? InstructionsEmail { get; set; }

    public Dictionary<string, string> Metadata { get; set; } = [];

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
    public string? PaymentMethodId
    {
        get => InternalPaymentMethod?.Id;
        set => InternalPaymentMethod = ExpandableField<UnmappedObject>.WithId(InternalPaymentMethod, value);
    }

    [JsonInclude, JsonPropertyName("payment_method")]
    internal ExpandableField<UnmappedObject>? InternalPaymentMethod { get; set; }

    /// <summary><c>charge_pending</c>, <c>insufficient_funds</c>, <c>processing</c>; Stripe may add others.</summary>
    public string? PendingReason { get; set; }

    /// <summary><c>duplicate</c>, <c>expired_uncaptured_charge</c>, <c>fraudulent</c>, <c>requested_by_customer</c>; Stripe may add others.</summary>
    public string? Reason { get; set; }

    public string? ReceiptNumber { get; set; }

    [JsonIgnore]
    public string? SourceTransferReversalId
    {
        get => InternalSourceTransferReversal?.Id;
        set => InternalSourceTransferReversal = ExpandableField<TransferReversal>.WithId(InternalSourceTransferReversal, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public TransferReversal? SourceTransferReversal
    {
        get => InternalSourceTransferReversal?.ExpandedObject;
        set => InternalSourceTransferReversal = ExpandableField<TransferReversal>.Of(value);
    }

    [JsonInclude, JsonPropertyName("source_transfer_reversal")]
    internal ExpandableField<TransferReversal>? InternalSourceTransferReversal { get; set; }

    public string? Status { get; set; }

    [JsonIgnore]
    public string? TransferReversalId
    {
        get => InternalTransferReversal?.Id;
        set => InternalTransferReversal = ExpandableField<TransferReversal>.WithId(InternalTransferReversal, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public TransferReversal? TransferReversal
    {
        get => InternalTransferReversal?.ExpandedObject;
        set => InternalTransferReversal = ExpandableField<TransferReversal>.Of(value);
    }

    [JsonInclude, JsonPropertyName("transfer_reversal")]
    internal ExpandableField<TransferReversal>? InternalTransferReversal { get; set; }
}
