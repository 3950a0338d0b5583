namespace Stripe;

public class BalanceGetOptions : BaseOptions
{
}
