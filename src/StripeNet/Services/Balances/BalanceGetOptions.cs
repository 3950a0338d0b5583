namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/balance.</summary>
public class BalanceGetOptions : BaseOptions
{
}
