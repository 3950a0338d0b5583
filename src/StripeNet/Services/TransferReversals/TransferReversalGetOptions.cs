namespace Stripe;

/// <summary>Source: https://docs.stripe.com/api/transfer_reversals/retrieve.</summary>
public class TransferReversalGetOptions : BaseOptions
{
}
