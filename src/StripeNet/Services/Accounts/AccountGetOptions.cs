namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/accounts/retrieve.</summary>
public class AccountGetOptions : BaseOptions
{
}
