namespace Stripe;

public class AccountControllerStripeDashboardOptions : INestedOptions
{
    /// <summary><c>express</c>, <c>full</c>, <c>none</c>.</summary>
    public string? Type { get; set; }
}
