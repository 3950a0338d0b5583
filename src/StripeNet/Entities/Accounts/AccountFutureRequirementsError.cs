namespace Stripe;

public class AccountFutureRequirementsError : StripeEntity<AccountFutureRequirementsError>
{
    public string Code { get; set; } = null!;

    public string Reason { get; set; } = null!;

    public string Requirement { get; set; } = null!;
}
