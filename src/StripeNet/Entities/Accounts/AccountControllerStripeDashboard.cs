namespace Stripe;

public class AccountControllerStripeDashboard : StripeEntity<AccountControllerStripeDashboard>
{
    /// <summary><c>express</c>, <c>full</c>, <c>none</c>; Stripe may add others.</summary>
    public string Type { get; set; } = null!;
}
