namespace Stripe;

public class PaymentIntentListOptions : ListOptions
{
    public DateRangeOptions? Created { get; set; }

    public string? Customer { get; set; }

    public string? CustomerAccount { get; set; }
}
