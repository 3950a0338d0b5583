namespace Stripe.Checkout;

public class SessionCustomTextOptions : INestedOptions
{
    public SessionCustomTextAfterSubmitOptions? AfterSubmit { get; set; }

    public SessionCustomTextSubmitOptions? Submit { get; set; }
}
