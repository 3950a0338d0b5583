namespace Stripe.Checkout;

public class SessionPhoneNumberCollectionOptions : INestedOptions
{
    public bool? Enabled { get; set; }
}
