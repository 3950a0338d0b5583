namespace Stripe.Checkout;

public class SessionCustomerUpdateOptions : INestedOptions
{
    /// <summary><c>auto</c>, <c>never</c>.</summary>
    public string? Address { get; set; }

    /// <summary><c>auto</c>, <c>never</c>.</summary>
    public string? Name { get; set; }

    /// <summary><c>auto</c>, <c>never</c>.</summary>
    public string? Shipping { get; set; }
}
