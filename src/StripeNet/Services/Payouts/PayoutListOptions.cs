namespace Stripe;

public class PayoutListOptions : ListOptions
{
    public DateRangeOptions? ArrivalDate { get; set; }

    public DateRangeOptions? Created { get; set; }

    public string? Destination { get; set; }

    public string? Status { get; set; }
}
