namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/accounts/create.</summary>
public class AccountCreateOptions : BaseOptions
{
    public AccountBusinessProfileOptions? BusinessProfile { get; set; }

    /// <summary><c>company</c>, <c>government_entity</c>, <c>individual</c>, <c>non_profit</c>.</summary>
    public string? BusinessType { get; set; }

    public AccountCapabilitiesOptions? Capabilities { get; set; }

    public string? Country { get; set; }

    public string? DefaultCurrency { get; set; }

    public string? Email { get; set; }

    public Dictionary<string, string>? Metadata { get; set; }

    /// <summary><c>custom</c>, <c>express</c>, <c>standard</c>.</summary>
    public string? Type { get; set; }
}
