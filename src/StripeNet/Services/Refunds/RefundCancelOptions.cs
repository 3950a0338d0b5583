namespace Stripe;

public class RefundCancelOptions : BaseOptions
{
}
