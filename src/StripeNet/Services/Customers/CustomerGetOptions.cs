namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/customers/retrieve.</summary>
public class CustomerGetOptions : BaseOptions
{
}
