namespace Stripe;

public class PayoutTraceId : StripeEntity<PayoutTraceId>
{
    public string Status { get; set; } = null!;

    public string? Value { get; set; }
}
