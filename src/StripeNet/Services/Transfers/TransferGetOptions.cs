namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/transfers/retrieve.</summary>
public class TransferGetOptions : BaseOptions
{
}
