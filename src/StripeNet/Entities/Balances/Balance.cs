namespace Stripe;

/// <summary>What lies at Stripe for an account. Source: https://docs.stripe.com/api/balance/balance_object.</summary>
public class Balance : StripeEntity<Balance>, IHasObject
{
    public string Object { get; set; } = null!;

    /// <summary>May be paid out now, one amount a currency.</summary>
    public List<BalanceAmount> Available { get; set; } = [];

    /// <summary>False in test mode: such money does not exist.</summary>
    public bool Livemode { get; set; }

    /// <summary>Not available yet, one amount a currency.</summary>
    public List<BalanceAmount> Pending { get; set; } = [];
}
