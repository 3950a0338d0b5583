namespace Stripe.Checkout;

public class SessionLineItemPriceDataRecurringOptions : INestedOptions
{
    /// <summary><c>day</c>, <c>month</c>, <c>week</c>, <c>year</c>.</summary>
    public string? Interval { get; set; }

    public long? IntervalCount { get; set; }
}
