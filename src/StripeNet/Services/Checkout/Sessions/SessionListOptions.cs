namespace Stripe.Checkout;

/// <summary>Source: https://docs.stripe.com/api/checkout/sessions/list.</summary>
public class SessionListOptions : ListOptions
{
    public DateRangeOptions? Created { get; set; }

    public string? Customer { get; set; }

    public string? CustomerAccount { get; set; }

    public string? PaymentIntent { get; set; }

    public string? PaymentLink { get; set; }

    /// <summary><c>complete</c>, <c>expired</c>, <c>open</c>.</summary>
    public string? Status { get; set; }

    public string? Subscription { get; set; }
}
