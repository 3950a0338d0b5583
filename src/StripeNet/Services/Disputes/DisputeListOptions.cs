namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/disputes/list.</summary>
public class DisputeListOptions : ListOptions
{
    public string? Charge { get; set; }

    public DateRangeOptions? Created { get; set; }

    public string? PaymentIntent { get; set; }
}
