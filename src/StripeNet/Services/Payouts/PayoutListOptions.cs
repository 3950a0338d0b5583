namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/payouts/list.</summary>
public class PayoutListOptions : ListOptions
{
    public DateRangeOptions? Created { get; set; }

    /// <summary><c>pending</c>, <c>paid</c>, <c>failed</c>, <c>canceled</c>.</summary>
    public string? Status { get; set; }
}
