namespace Stripe;

public class ChargeGetOptions : BaseOptions
{
}
