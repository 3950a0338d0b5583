namespace Stripe;

/// <summary>Where a partner gives its details; good once, for some minutes. Source: https://docs.stripe.com/api/account_links/object.</summary>
public class AccountLink : StripeEntity<AccountLink>, IHasObject
{
    public string Object { get; set; } = null!;

    /// <summary>UTC.</summary>
    public DateTime Created { get; set; } = DateTime.UnixEpoch;

    /// <summary>UTC.</summary>
    public DateTime ExpiresAt { get; set; } = DateTime.UnixEpoch;

    public string Url { get; set; } = null!;
}
