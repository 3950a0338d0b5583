namespace Stripe;

/// <summary>Fixed when the account is made.</summary>
public class AccountControllerOptions : INestedOptions
{
    public AccountControllerFeesOptions? Fees { get; set; }

    public AccountControllerLossesOptions? Losses { get; set; }

    /// <summary><c>application</c>, <c>stripe</c>.</summary>
    public string? RequirementCollection { get; set; }

    public AccountControllerStripeDashboardOptions? StripeDashboard { get; set; }
}
