namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/refunds/retrieve.</summary>
public class RefundGetOptions : BaseOptions
{
}
