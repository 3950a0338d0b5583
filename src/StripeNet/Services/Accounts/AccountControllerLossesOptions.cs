namespace Stripe;

public class AccountControllerLossesOptions : INestedOptions
{
    /// <summary><c>application</c>, <c>stripe</c>.</summary>
    public string? Payments { get; set; }
}
