namespace Stripe;

public class AccountControllerFees : StripeEntity<AccountControllerFees>
{
    /// <summary><c>account</c>, <c>application</c>, <c>application_custom</c>, <c>application_express</c>; Stripe may add others.</summary>
    public string Payer { get; set; } = null!;
}
