using System.Text.Json.Serialization;

namespace Stripe;

/// <summary>One try to move money from a giver. Source: https://docs.stripe.com/api/charges/object.</summary>
public class Charge : StripeEntity<Charge>, IHasMetadata, IBalanceTransactionSource
{
    public string Id { get; set; } = null!;

    public string Object { get; set; } = null!;

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long Amount { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long AmountCaptured { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long AmountRefunded { get; set; }

    [JsonIgnore]
    public string? ApplicationId
    {
        get => InternalApplication?.Id;
        set => InternalApplication = ExpandableField<UnmappedObject>.WithId(InternalApplication, value);
    }

    [JsonInclude, JsonPropertyName("application")]
    internal ExpandableField<UnmappedObject>? InternalApplication { get; set; }

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

    public string? AuthorizationCode { get; set; }

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

    public ChargeBillingDetails? BillingDetails { get; set; }

    public string? CalculatedStatementDescriptor { get; set; }

    public bool Captured { get; set; }

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

    public string? Description { get; set; }

    public bool Disputed { get; set; }

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

    public ChargeFraudDetails? FraudDetails { get; set; }

    /// <summary>False in test mode: such money does not exist.</summary>
    public bool Livemode { get; set; }

    public Dictionary<string, string> Metadata { get; set; } = [];

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

    public ChargeOutcome? Outcome { get; set; }

    public bool Paid { get; set; }

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

    public string? PaymentMethod { get; set; }

    public ChargePaymentMethodDetails? PaymentMethodDetails { get; set; }

    public string? ReceiptEmail { get; set; }

    public string? ReceiptNumber { get; set; }

    public string? ReceiptUrl { get; set; }

    public bool Refunded { get; set; }

    /// <summary>The first page only.</summary>
    public StripeList<Refund>? Refunds { get; set; }

    [JsonIgnore]
    public string? ReviewId
    {
        get => InternalReview?.Id;
        set => InternalReview = ExpandableField<UnmappedObject>.WithId(InternalReview, value);
    }

    [JsonInclude, JsonPropertyName("review")]
    internal ExpandableField<UnmappedObject>? InternalReview { get; set; }

    [JsonIgnore]
    public string? SourceTransferId
    {
        get => InternalSourceTransfer?.Id;
        set => InternalSourceTransfer = ExpandableField<Transfer>.WithId(InternalSourceTransfer, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public Transfer? SourceTransfer
    {
        get => InternalSourceTransfer?.ExpandedObject;
        set => InternalSourceTransfer = ExpandableField<Transfer>.Of(value);
    }

    [JsonInclude, JsonPropertyName("source_transfer")]
    internal ExpandableField<Transfer>? InternalSourceTransfer { get; set; }

    public string? StatementDescriptor { get; set; }

    public string? StatementDescriptorSuffix { get; set; }

    /// <summary><c>failed</c>, <c>pending</c>, <c>succeeded</c>; Stripe may add others.</summary>
    public string Status { get; set; } = null!;

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

    public ChargeTransferData? TransferData { get; set; }

    /// <summary>Ties charges and the transfers made from them; our own text.</summary>
    public string? TransferGroup { get; set; }
}
