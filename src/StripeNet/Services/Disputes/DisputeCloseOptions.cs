namespace Stripe;

public class DisputeCloseOptions : BaseOptions
{
}
