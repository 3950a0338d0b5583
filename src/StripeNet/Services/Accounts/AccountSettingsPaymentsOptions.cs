namespace Stripe;

public class AccountSettingsPaymentsOptions : INestedOptions
{
    public string? StatementDescriptor { get; set; }

    public string? StatementDescriptorKana { get; set; }

    public string? StatementDescriptorKanji { get; set; }
}
