namespace Stripe;

/// <summary>What the receiving bank can find the payout by.</summary>
public class PayoutTraceId : StripeEntity<PayoutTraceId>
{
    public string Status { get; set; } = null!;

    public string? Value { get; set; }
}
