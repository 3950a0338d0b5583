namespace Stripe;

public class DisputeListOptions : ListOptions
{
    public string? Charge { get; set; }

    public DateRangeOptions? Created { get; set; }

    public string? PaymentIntent { get; set; }
}
