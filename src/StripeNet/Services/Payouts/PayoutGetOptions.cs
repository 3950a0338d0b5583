namespace Stripe;

public class PayoutGetOptions : BaseOptions
{
}
