namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/events/retrieve.</summary>
public class EventGetOptions : BaseOptions
{
}
