namespace Stripe;

/// <summary>Why something handed in was not accepted.</summary>
public class AccountRequirementsError : StripeEntity<AccountRequirementsError>
{
    public string Code { get; set; } = null!;

    public string Reason { get; set; } = null!;

    public string Requirement { get; set; } = null!;
}
