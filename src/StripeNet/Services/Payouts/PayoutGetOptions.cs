namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/payouts/retrieve.</summary>
public class PayoutGetOptions : BaseOptions
{
}
