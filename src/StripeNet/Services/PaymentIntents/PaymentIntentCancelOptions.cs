namespace Stripe;

public class PaymentIntentCancelOptions : BaseOptions
{
    /// <summary><c>abandoned</c>, <c>duplicate</c>, <c>fraudulent</c>, <c>requested_by_customer</c>.</summary>
    public string? CancellationReason { get; set; }
}
