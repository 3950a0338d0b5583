namespace Stripe;

/// <summary>A link to Stripe's onboarding pages that works once. Source: https://docs.stripe.com/api/account_links/object.</summary>
public class AccountLink : StripeEntity<AccountLink>, IHasObject
{
    public string Object { get; set; } = null!;

    /// <summary>UTC.</summary>
    public DateTime Created { get; set; } = DateTime.UnixEpoch;

    /// <summary>UTC.</summary>
    public DateTime ExpiresAt { get; set; } = DateTime.UnixEpoch;

    public string Url { get; set; } = null!;
}
