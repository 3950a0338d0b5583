using System.Text.Json.Serialization;

namespace Stripe;

/// <summary>Money moved from the platform to a connected account. Source: https://docs.stripe.com/api/transfers/object.</summary>
public class Transfer : StripeEntity<Transfer>, IHasMetadata, IBalanceTransactionSource
{
    public string Id { get; set; } = null!;

    public string Object { get; set; } = null!;

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long Amount { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long AmountReversed { get; set; }

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
        set => InternalDestination = ExpandableField<Account>.WithId(InternalDestination, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public Account? Destination
    {
        get => InternalDestination?.ExpandedObject;
        set => InternalDestination = ExpandableField<Account>.Of(value);
    }

    [JsonInclude, JsonPropertyName("destination")]
    internal ExpandableField<Account>? InternalDestination { get; set; }

    [JsonIgnore]
    public string? DestinationPaymentId
    {
        get => InternalDestinationPayment?.Id;
        set => InternalDestinationPayment = ExpandableField<Charge>.WithId(InternalDestinationPayment, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public Charge? DestinationPayment
    {
        get => InternalDestinationPayment?.ExpandedObject;
        set => InternalDestinationPayment = ExpandableField<Charge>.Of(value);
    }

    [JsonInclude, JsonPropertyName("destination_payment")]
    internal ExpandableField<Charge>? InternalDestinationPayment { get; set; }

    /// <summary>False in test mode: such money does not exist.</summary>
    public bool Livemode { get; set; }

    public Dictionary<string, string> Metadata { get; set; } = [];

    /// <summary>The first page only.</summary>
    public StripeList<TransferReversal>? Reversals { get; set; }

    public bool Reversed { get; set; }

    [JsonIgnore]
    public string? SourceTransactionId
    {
        get => InternalSourceTransaction?.Id;
        set => InternalSourceTransaction = ExpandableField<Charge>.WithId(InternalSourceTransaction, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public Charge? SourceTransaction
    {
        get => InternalSourceTransaction?.ExpandedObject;
        set => InternalSourceTransaction = ExpandableField<Charge>.Of(value);
    }

    [JsonInclude, JsonPropertyName("source_transaction")]
    internal ExpandableField<Charge>? InternalSourceTransaction { get; set; }

    public string? SourceType { get; set; }

    /// <summary>Ties charges and the transfers made from them; our own text.</summary>
    public string? TransferGroup { get; set; }
}
