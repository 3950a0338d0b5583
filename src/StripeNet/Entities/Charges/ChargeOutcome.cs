using System.Text.Json.Serialization;

namespace Stripe;

/// <summary>What the bank and Stripe's fraud rules made of it. Source: https://docs.stripe.com/declines.</summary>
public class ChargeOutcome : StripeEntity<ChargeOutcome>
{
    /// <summary><c>confirm_card_data</c>, <c>do_not_try_again</c>, <c>try_again_later</c>; Stripe may add others.</summary>
    public string? AdviceCode { get; set; }

    public string? NetworkAdviceCode { get; set; }

    public string? NetworkDeclineCode { get; set; }

    public string? NetworkStatus { get; set; }

    public string? Reason { get; set; }

    public string? RiskLevel { get; set; }

    public long RiskScore { get; set; }

    [JsonIgnore]
    public string? RuleId
    {
        get => InternalRule?.Id;
        set => InternalRule = ExpandableField<UnmappedObject>.WithId(InternalRule, value);
    }

    [JsonInclude, JsonPropertyName("rule")]
    internal ExpandableField<UnmappedObject>? InternalRule { get; set; }

    public string? SellerMessage { get; set; }

    public string Type { get; set; } = null!;
}
