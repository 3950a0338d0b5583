namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/subscriptions/retrieve.</summary>
public class SubscriptionGetOptions : BaseOptions
{
}
