namespace Stripe;

/// <summary>What givers may see of the account.</summary>
public class AccountBusinessProfileOptions : INestedOptions
{
    public string? Name { get; set; }
}
