namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/charges/retrieve.</summary>
public class ChargeGetOptions : BaseOptions
{
}
