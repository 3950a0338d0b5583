namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/accounts/list.</summary>
public class AccountListOptions : ListOptions
{
    public DateRangeOptions? Created { get; set; }
}
