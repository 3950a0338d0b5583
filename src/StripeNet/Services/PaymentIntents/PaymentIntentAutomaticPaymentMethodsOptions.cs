namespace Stripe;

public class PaymentIntentAutomaticPaymentMethodsOptions : INestedOptions
{
    /// <summary><c>always</c>, <c>never</c>.</summary>
    public string? AllowRedirects { get; set; }

    public bool? Enabled { get; set; }
}
