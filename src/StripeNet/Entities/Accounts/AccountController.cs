namespace Stripe;

/// <summary>Who pays fees, carries losses and gathers requirements. Source: https://docs.stripe.com/connect/migrate-to-controller-properties.</summary>
public class AccountController : StripeEntity<AccountController>
{
    public AccountControllerFees? Fees { get; set; }

    public bool IsController { get; set; }

    public AccountControllerLosses? Losses { get; set; }

    /// <summary><c>application</c>, <c>stripe</c>; Stripe may add others.</summary>
    public string? RequirementCollection { get; set; }

    public AccountControllerStripeDashboard? StripeDashboard { get; set; }

    /// <summary><c>account</c>, <c>application</c>; Stripe may add others.</summary>
    public string Type { get; set; } = null!;
}
