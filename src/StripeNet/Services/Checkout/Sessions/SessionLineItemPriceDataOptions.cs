namespace Stripe.Checkout;

public class SessionLineItemPriceDataOptions : INestedOptions
{
    /// <summary>Three letters of ISO 4217, lower case.</summary>
    public string? Currency { get; set; }

    public string? Product { get; set; }

    public SessionLineItemPriceDataProductDataOptions? ProductData { get; set; }

    /// <summary><c>exclusive</c>, <c>inclusive</c>, <c>unspecified</c>.</summary>
    public string? TaxBehavior { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long? UnitAmount { get; set; }

    public decimal? UnitAmountDecimal { get; set; }
}
