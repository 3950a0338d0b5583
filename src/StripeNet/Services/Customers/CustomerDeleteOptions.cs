namespace Stripe;

public class CustomerDeleteOptions : BaseOptions
{
}
