namespace Stripe.Checkout;

public class SessionLineItemPriceDataProductDataOptions : INestedOptions
{
    public string? Description { get; set; }

    public List<string>? Images { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }

    public string? Name { get; set; }

    public string? TaxCode { get; set; }

    public string? UnitLabel { get; set; }
}
