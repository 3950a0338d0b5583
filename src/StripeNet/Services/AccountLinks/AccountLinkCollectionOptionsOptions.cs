namespace Stripe;

public class AccountLinkCollectionOptionsOptions : INestedOptions
{
    /// <summary><c>currently_due</c>, <c>eventually_due</c>.</summary>
    public string? Fields { get; set; }

    /// <summary><c>include</c>, <c>omit</c>.</summary>
    public string? FutureRequirements { get; set; }
}
