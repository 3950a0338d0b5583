namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/refunds/cancel.</summary>
public class RefundCancelOptions : BaseOptions
{
}
