namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/balance_transactions/list.</summary>
public class BalanceTransactionListOptions : ListOptions
{
    public DateRangeOptions? Created { get; set; }

    /// <summary>Three letters of ISO 4217, lower case.</summary>
    public string? Currency { get; set; }

    public string? Payout { get; set; }

    public string? Source { get; set; }

    public string? Type { get; set; }
}
