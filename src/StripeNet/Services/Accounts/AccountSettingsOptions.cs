namespace Stripe;

public class AccountSettingsOptions : INestedOptions
{
    public AccountSettingsPaymentsOptions? Payments { get; set; }

    public AccountSettingsPayoutsOptions? Payouts { get; set; }
}
