namespace Stripe;

/// <summary>What is asked for on the page.</summary>
public class AccountLinkCollectionOptionsOptions : INestedOptions
{
    /// <summary><c>currently_due</c>, <c>eventually_due</c>.</summary>
    public string? Fields { get; set; }
}
