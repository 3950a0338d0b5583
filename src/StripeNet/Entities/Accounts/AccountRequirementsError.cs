namespace Stripe;

public class AccountRequirementsError : StripeEntity<AccountRequirementsError>
{
    public string Code { get; set; } = null!;

    public string Reason { get; set; } = null!;

    public string Requirement { get; set; } = null!;
}
