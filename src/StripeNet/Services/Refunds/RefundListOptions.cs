namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/refunds/list.</summary>
public class RefundListOptions : ListOptions
{
    public string? Charge { get; set; }

    public DateRangeOptions? Created { get; set; }

    public string? PaymentIntent { get; set; }
}
