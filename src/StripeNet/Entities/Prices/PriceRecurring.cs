namespace Stripe;

public class PriceRecurring : StripeEntity<PriceRecurring>
{
    /// <summary><c>day</c>, <c>month</c>, <c>week</c>, <c>year</c>; Stripe may add others.</summary>
    public string Interval { get; set; } = null!;

    public long IntervalCount { get; set; }

    public string? Meter { get; set; }

    public long? TrialPeriodDays { get; set; }

    /// <summary><c>licensed</c>, <c>metered</c>; Stripe may add others.</summary>
    public string UsageType { get; set; } = null!;
}
