namespace Stripe;

/// <summary>One line of a checkout session. Source: https://docs.stripe.com/api/checkout/sessions/line_items.</summary>
public class LineItem : StripeEntity<LineItem>, IHasId, IHasMetadata, IHasObject
{
    public string Id { get; set; } = null!;

    public string Object { get; set; } = null!;

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long AmountDiscount { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long AmountSubtotal { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long AmountTax { get; set; }

    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long AmountTotal { get; set; }

    /// <summary>Three letters of ISO 4217, lower case.</summary>
    public string Currency { get; set; } = null!;

    public string? Description { get; set; }

    public Dictionary<string, string> Metadata { get; set; } = [];

    public long? Quantity { get; set; }
}
