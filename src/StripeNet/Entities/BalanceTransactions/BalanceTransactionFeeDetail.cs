namespace Stripe;

/// <summary>One part of <see cref="BalanceTransaction.Fee"/>.</summary>
public class BalanceTransactionFeeDetail : StripeEntity<BalanceTransactionFeeDetail>
{
    /// <summary>In minor units of <see cref="Currency"/>.</summary>
    public long Amount { get; set; }

    public string? Application { get; set; }

    /// <summary>Three letters of ISO 4217, lower case.</summary>
    public string Currency { get; set; } = null!;

    public string? Description { get; set; }

    public string Type { get; set; } = null!;
}
