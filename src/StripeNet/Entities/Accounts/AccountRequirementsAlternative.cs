namespace Stripe;

public class AccountRequirementsAlternative : StripeEntity<AccountRequirementsAlternative>
{
    public List<string> AlternativeFieldsDue { get; set; } = [];

    public List<string> OriginalFieldsDue { get; set; } = [];
}
