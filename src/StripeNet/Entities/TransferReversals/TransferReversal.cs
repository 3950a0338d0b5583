using System.Text.Json.Serialization;

namespace Stripe;

/// <summary>Money taken back from a transfer. Source: https://docs.stripe.com/api/transfer_reversals/object.</summary>
public class TransferReversal : StripeEntity<TransferReversal>, IHasMetadata, IBalanceTransactionSource
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

    /// <summary>UTC.</summary>
    public DateTime Created { get; set; } = DateTime.UnixEpoch;

    /// <summary>Three letters of ISO 4217, lower case.</summary>
    public string Currency { get; set; } = null!;

    [JsonIgnore]
    public string? DestinationPaymentRefundId
    {
        get => InternalDestinationPaymentRefund?.Id;
        set => InternalDestinationPaymentRefund = ExpandableField<Refund>.WithId(InternalDestinationPaymentRefund, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public Refund? DestinationPaymentRefund
    {
        get => InternalDestinationPaymentRefund?.ExpandedObject;
        set => InternalDestinationPaymentRefund = ExpandableField<Refund>.Of(value);
    }

    [JsonInclude, JsonPropertyName("destination_payment_refund")]
    internal ExpandableField<Refund>? InternalDestinationPaymentRefund { get; set; }

    public Dictionary<string, string> Metadata { get; set; } = [];

    [JsonIgnore]
    public string? SourceRefundId
    {
        get => InternalSourceRefund?.Id;
        set => InternalSourceRefund = ExpandableField<Refund>.WithId(InternalSourceRefund, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public Refund? SourceRefund
    {
        get => InternalSourceRefund?.ExpandedObject;
        set => InternalSourceRefund = ExpandableField<Refund>.Of(value);
    }

    [JsonInclude, JsonPropertyName("source_refund")]
    internal ExpandableField<Refund>? InternalSourceRefund { get; set; }

    [JsonIgnore]
    public string? TransferId
    {
        get => InternalTransfer?.Id;
        set => InternalTransfer = ExpandableField<Transfer>.WithId(InternalTransfer, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public Transfer? Transfer
    {
        get => InternalTransfer?.ExpandedObject;
        set => InternalTransfer = ExpandableField<Transfer>.Of(value);
    }

    [JsonInclude, JsonPropertyName("transfer")]
    internal ExpandableField<Transfer>? InternalTransfer { get; set; }
}
