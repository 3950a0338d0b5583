namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/customers/list.</summary>
public class CustomerListOptions : ListOptions
{
    public DateRangeOptions? Created { get; set; }

    public string? Email { get; set; }

    public string? TestClock { get; set; }
}
