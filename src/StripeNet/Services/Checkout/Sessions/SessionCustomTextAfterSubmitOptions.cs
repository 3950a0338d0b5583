namespace Stripe.Checkout;

public class SessionCustomTextAfterSubmitOptions : INestedOptions
{
    public string? Message { get; set; }
}
