namespace Stripe;

public class CustomerGetOptions : BaseOptions
{
}
