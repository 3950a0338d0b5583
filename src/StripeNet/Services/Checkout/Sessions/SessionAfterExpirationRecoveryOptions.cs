namespace Stripe.Checkout;

public class SessionAfterExpirationRecoveryOptions : INestedOptions
{
    public bool? AllowPromotionCodes { get; set; }

    public bool? Enabled { get; set; }
}
