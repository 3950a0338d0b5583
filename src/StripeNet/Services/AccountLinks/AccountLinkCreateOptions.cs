namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/account_links/create.</summary>
public class AccountLinkCreateOptions : BaseOptions
{
    public string? Account { get; set; }

    public AccountLinkCollectionOptionsOptions? CollectionOptions { get; set; }

    /// <summary>Where the browser goes when the link is used up or too old.</summary>
    public string? RefreshUrl { get; set; }

    /// <summary>Where the browser goes afterwards; it does not mean that everything was given.</summary>
    public string? ReturnUrl { get; set; }

    /// <summary><c>account_onboarding</c>, <c>account_update</c>.</summary>
    public string? Type { get; set; }
}
