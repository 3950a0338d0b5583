namespace Stripe.Checkout;

public class SessionConsentCollectionOptions : INestedOptions
{
    /// <summary><c>auto</c>, <c>none</c>.</summary>
    public string? Promotions { get; set; }

    /// <summary><c>none</c>, <c>required</c>.</summary>
    public string? TermsOfService { get; set; }
}
