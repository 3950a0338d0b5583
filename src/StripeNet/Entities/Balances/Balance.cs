namespace Stripe;

/// <summary>What lies at Stripe. Source: https://docs.stripe.com/api/balance/balance_object.</summary>
public class Balance : StripeEntity<Balance>, IHasObject
{
    public string Object { get; set; } = null!;

    public List<BalanceAmount> Available { get; set; } = [];

    public List<BalanceAmount>? ConnectReserved { get; set; }

    public List<BalanceInstantAvailable>? InstantAvailable { get; set; }

    /// <summary>False in test mode: such money does not exist.</summary>
    public bool Livemode { get; set; }

    public List<BalanceAmount> Pending { get; set; } = [];
}
