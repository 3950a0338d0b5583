namespace Stripe;

/// <summary>One currency's part of a <see cref="Balance"/>.</summary>
public class BalanceAmount : StripeEntity<BalanceAmount>
{
    /// <summary>In minor units of <see cref="Currency"/>; negative where the account owes.</summary>
    public long Amount { get; set; }

    /// <summary>Three letters of ISO 4217, lower case.</summary>
    public string Currency { get; set; } = null!;
}
