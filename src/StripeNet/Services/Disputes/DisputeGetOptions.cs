namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/disputes/retrieve.</summary>
public class DisputeGetOptions : BaseOptions
{
}
