namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/payouts/list.</summary>
public class PayoutListOptions : ListOptions
{
    public DateRangeOptions? ArrivalDate { get; set; }

    public DateRangeOptions? Created { get; set; }

    public string? Destination { get; set; }

    public string? Status { get; set; }
}
