namespace Stripe;

public class AccountSettingsPayments : StripeEntity<AccountSettingsPayments>
{
    public string? StatementDescriptor { get; set; }

    public string? StatementDescriptorKana { get; set; }

    public string? StatementDescriptorKanji { get; set; }

    public string? StatementDescriptorPrefixKana { get; set; }

    public string? StatementDescriptorPrefixKanji { get; set; }
}
