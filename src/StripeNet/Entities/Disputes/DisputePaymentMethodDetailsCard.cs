namespace Stripe;

public class DisputePaymentMethodDetailsCard : StripeEntity<DisputePaymentMethodDetailsCard>
{
    public string Brand { get; set; } = null!;

    /// <summary><c>block</c>, <c>chargeback</c>, <c>compliance</c>, <c>inquiry</c>, <c>resolution</c>; Stripe may add others.</summary>
    public string CaseType { get; set; } = null!;

    public string Network { get; set; } = null!;

    public string? NetworkReasonCode { get; set; }
}
