namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/accounts/delete.</summary>
public class AccountDeleteOptions : BaseOptions
{
}
