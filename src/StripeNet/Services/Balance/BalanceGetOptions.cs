namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/balance/balance_retrieve.</summary>
public class BalanceGetOptions : BaseOptions
{
}
