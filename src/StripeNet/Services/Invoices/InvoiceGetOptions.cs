namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/invoices/retrieve.</summary>
public class InvoiceGetOptions : BaseOptions
{
}
