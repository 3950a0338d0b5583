namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/accounts/update.</summary>
public class AccountUpdateOptions : BaseOptions
{
    public AccountBusinessProfileOptions? BusinessProfile { get; set; }

    public string? BusinessType { get; set; }

    public AccountCapabilitiesOptions? Capabilities { get; set; }

    public AccountCompanyOptions? Company { get; set; }

    public string? DefaultCurrency { get; set; }

    public string? Email { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }

    public AccountSettingsOptions? Settings { get; set; }
}
