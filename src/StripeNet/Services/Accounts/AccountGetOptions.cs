namespace Stripe;

public class AccountGetOptions : BaseOptions
{
}
