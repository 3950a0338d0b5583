namespace Stripe;

public class AccountControllerFeesOptions : INestedOptions
{
    /// <summary><c>account</c>, <c>application</c>.</summary>
    public string? Payer { get; set; }
}
