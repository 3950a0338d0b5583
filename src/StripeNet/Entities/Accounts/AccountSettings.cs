namespace Stripe;

public class AccountSettings : StripeEntity<AccountSettings>
{
    public AccountSettingsDashboard? Dashboard { get; set; }

    public AccountSettingsPayments? Payments { get; set; }

    public AccountSettingsPayouts? Payouts { get; set; }
}
