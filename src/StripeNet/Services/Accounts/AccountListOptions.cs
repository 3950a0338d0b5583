namespace Stripe;

public class AccountListOptions : ListOptions
{
    public DateRangeOptions? Created { get; set; }
}
