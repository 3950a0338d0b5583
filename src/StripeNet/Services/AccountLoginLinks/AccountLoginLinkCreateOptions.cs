namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/accounts/login_link/create.</summary>
public class AccountLoginLinkCreateOptions : BaseOptions
{
}
