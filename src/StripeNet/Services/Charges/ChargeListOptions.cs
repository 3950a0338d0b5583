namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/charges/list.</summary>
public class ChargeListOptions : ListOptions
{
    public DateRangeOptions? Created { get; set; }

    public string? Customer { get; set; }

    public string? PaymentIntent { get; set; }

    /// <summary>Ties charges and the transfers made from them; our own text.</summary>
    public string? TransferGroup { get; set; }
}
