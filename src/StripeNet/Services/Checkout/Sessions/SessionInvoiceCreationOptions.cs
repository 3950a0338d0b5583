namespace Stripe.Checkout;

public class SessionInvoiceCreationOptions : INestedOptions
{
    public bool? Enabled { get; set; }
}
