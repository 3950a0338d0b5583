namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/customers/delete.</summary>
public class CustomerDeleteOptions : BaseOptions
{
}
