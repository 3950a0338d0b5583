namespace Stripe;

public class InvoiceGetOptions : BaseOptions
{
}
