namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/balance_transactions/retrieve.</summary>
public class BalanceTransactionGetOptions : BaseOptions
{
}
