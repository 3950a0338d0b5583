namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/payment_intents/list.</summary>
public class PaymentIntentListOptions : ListOptions
{
    public DateRangeOptions? Created { get; set; }

    public string? Customer { get; set; }

    public string? CustomerAccount { get; set; }
}
