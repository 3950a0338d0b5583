namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/account_links/create.</summary>
public class AccountLinkCreateOptions : BaseOptions
{
    public string? Account { get; set; }

    /// <summary><c>currently_due</c>, <c>eventually_due</c>.</summary>
    public string? Collect { get; set; }

    public AccountLinkCollectionOptionsOptions? CollectionOptions { get; set; }

    public string? RefreshUrl { get; set; }

    public string? ReturnUrl { get; set; }

    /// <summary><c>account_onboarding</c>, <c>account_update</c>.</summary>
    public string? Type { get; set; }
}
