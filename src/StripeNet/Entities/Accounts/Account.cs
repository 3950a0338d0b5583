namespace Stripe;

/// <summary>A connected account. Source: https://docs.stripe.com/api/accounts/object.</summary>
public class Account : StripeEntity<Account>, IHasId, IHasMetadata, IHasObject
{
    public string Id { get; set; } = null!;

    public string Object { get; set; } = null!;

    public AccountBusinessProfile? BusinessProfile { get; set; }

    /// <summary><c>company</c>, <c>government_entity</c>, <c>individual</c>, <c>non_profit</c>; Stripe may add others.</summary>
    public string? BusinessType { get; set; }

    public AccountCapabilities? Capabilities { get; set; }

    public bool ChargesEnabled { get; set; }

    public AccountCompany? Company { get; set; }

    public AccountController? Controller { get; set; }

    public string? Country { get; set; }

    /// <summary>UTC.</summary>
    public DateTime Created { get; set; } = DateTime.UnixEpoch;

    public string? DefaultCurrency { get; set; }

    public bool? Deleted { get; set; }

    public bool DetailsSubmitted { get; set; }

    public string? Email { get; set; }

    public AccountFutureRequirements? FutureRequirements { get; set; }

    public Dictionary<string, string> Metadata { get; set; } = [];

    public bool PayoutsEnabled { get; set; }

    public AccountRequirements? Requirements { get; set; }

    public AccountSettings? Settings { get; set; }

    public AccountTosAcceptance? TosAcceptance { get; set; }

    /// <summary><c>custom</c>, <c>express</c>, <c>none</c>, <c>standard</c>; Stripe may add others.</summary>
    public string? Type { get; set; }
}
