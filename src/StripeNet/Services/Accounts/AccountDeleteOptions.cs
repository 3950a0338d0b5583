namespace Stripe;

public class AccountDeleteOptions : BaseOptions
{
}
