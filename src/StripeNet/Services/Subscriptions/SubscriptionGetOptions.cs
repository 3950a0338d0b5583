namespace Stripe;

public class SubscriptionGetOptions : BaseOptions
{
}
