namespace Stripe;

public class AccountControllerLosses : StripeEntity<AccountControllerLosses>
{
    /// <summary><c>application</c>, <c>stripe</c>; Stripe may add others.</summary>
    public string Payments { get; set; } = null!;
}
