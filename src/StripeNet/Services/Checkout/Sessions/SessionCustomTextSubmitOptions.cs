namespace Stripe.Checkout;

public class SessionCustomTextSubmitOptions : INestedOptions
{
    public string? Message { get; set; }
}
