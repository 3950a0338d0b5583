namespace Stripe;

/// <summary>Money in one currency.</summary>
public class BalanceAmount : StripeEntity<BalanceAmount>
{
    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long Amount { get; set; }

    /// <summary>Three letters of ISO 4217, lower case.</summary>
    public string Currency { get; set; } = null!;

    public Dictionary<string, long>? SourceTypes { get; set; }
}
