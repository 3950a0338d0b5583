namespace Stripe.Checkout;

/// <summary>One line: a price made on the spot, or the id of one.</summary>
public class SessionLineItemOptions : INestedOptions
{
    public Dictionary<string, string>? Metadata { get; set; }

    public string? Price { get; set; }

    public SessionLineItemPriceDataOptions? PriceData { get; set; }

    public long? Quantity { get; set; }

    public List<string>? TaxRates { get; set; }
}
