using System.Text.Json.Serialization;

namespace Stripe;

/// <summary>One line of Stripe's own books, in the settlement currency. Source: https://docs.stripe.com/api/balance_transactions/object.</summary>
public class BalanceTransaction : StripeEntity<BalanceTransaction>, IHasId, IHasObject
{
    public string Id { get; set; } = null!;

    public string Object { get; set; } = null!;

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long Amount { get; set; }

    /// <summary>UTC; from then on the money can be paid out.</summary>
    public DateTime AvailableOn { get; set; } = DateTime.UnixEpoch;

    /// <summary><c>issuing</c>, <c>payments</c>, <c>refund_and_dispute_prefunding</c>, <c>risk_reserved</c>; Stripe may add others.</summary>
    public string BalanceType { get; set; } = null!;

    /// <summary>UTC.</summary>
    public DateTime Created { get; set; } = DateTime.UnixEpoch;

    /// <summary>Three letters of ISO 4217, lower case.</summary>
    public string Currency { get; set; } = null!;

    public string? Description { get; set; }

    /// <summary>From the charge's currency to the settlement currency; null where they are the same.</summary>
    public decimal? ExchangeRate { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long Fee { get; set; }

    public List<BalanceTransactionFeeDetail> FeeDetails { get; set; } = [];

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long Net { get; set; }

    public string ReportingCategory { get; set; } = null!;

    [JsonIgnore]
    public string? SourceId
    {
        get => InternalSource?.Id;
        set => InternalSource = ExpandableField<IBalanceTransactionSource>.WithId(InternalSource, value);
    }

    /// <summary>Null unless asked for with <c>expand</c>.</summary>
    [JsonIgnore]
    public IBalanceTransactionSource? Source
    {
        get => InternalSource?.ExpandedObject;
        set => InternalSource = ExpandableField<IBalanceTransactionSource>.Of(value);
    }

    [JsonInclude, JsonPropertyName("source")]
    internal ExpandableField<IBalanceTransactionSource>? InternalSource { get; set; }

    public string Status { get; set; } = null!;

    public string Type { get; set; } = null!;
}
