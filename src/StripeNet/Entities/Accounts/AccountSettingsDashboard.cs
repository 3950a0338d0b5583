namespace Stripe;

public class AccountSettingsDashboard : StripeEntity<AccountSettingsDashboard>
{
    public string? DisplayName { get; set; }

    public string? Timezone { get; set; }
}
