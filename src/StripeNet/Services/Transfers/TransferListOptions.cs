namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/transfers/list.</summary>
public class TransferListOptions : ListOptions
{
    public DateRangeOptions? Created { get; set; }

    public string? Destination { get; set; }

    /// <summary>Ties charges and the transfers made from them; our own text.</summary>
    public string? TransferGroup { get; set; }
}
