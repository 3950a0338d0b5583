namespace Stripe;

public class TransferGetOptions : BaseOptions
{
}
